;;; Drives Emacs with Eglot over a copy of the sample: what a user of it sees in Flymake is written as JSON.  -*- lexical-binding: t -*-
;; The command of the server, the folder of the program and the file to write come in the environment.
(require 'package)
(package-initialize)
(require 'eglot)
(require 'json)

;; Emacs 28 has no mode for Markdown of its own, and what it has of one comes in a package.
(define-derived-mode markdown-mode text-mode "Markdown")
(add-to-list 'auto-mode-alist '("\\.md\\'" . markdown-mode))

(defvar root (file-name-as-directory (getenv "TICKMARK_ROOT")))
(defvar seen nil)

(add-to-list 'eglot-server-programs
             `(markdown-mode . ,(append (json-parse-string (getenv "TICKMARK_COMMAND") :array-type 'list) nil)))
(add-hook 'project-find-functions (lambda (_) (cons 'transient root)))

(defun see (name value) (push (cons name value) seen))

(defun await (what condition)
  "Waits until CONDITION holds, which is WHAT in words."
  (let ((end (+ (float-time) 20)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "Not seen: %s" what))
      (accept-process-output nil 0.02))))

(defun shown ()
  "The findings that Flymake shows in the current buffer, in their order: their line, column and words."
  (mapcar (lambda (diagnostic)
            (save-excursion
              (goto-char (flymake-diagnostic-beg diagnostic))
              `((line . ,(line-number-at-pos)) (column . ,(current-column)) (text . ,(flymake-diagnostic-text diagnostic)))))
          (sort (flymake-diagnostics)
                (lambda (one other) (< (flymake-diagnostic-beg one) (flymake-diagnostic-beg other))))))

(defun visit (path)
  "Opens the file at PATH as a user does, and shows it."
  (switch-to-buffer (find-file-noselect (expand-file-name path root)))
  ;; Without a screen nothing is drawn, and Flymake waits until the buffer is.
  (run-hooks 'window-configuration-change-hook))

(defun run ()
  (visit "policies/access-control.md")
  (apply #'eglot--connect (eglot--guess-contact))
  ;; Everything has been read once what is in files that nobody opened is told.
  (let ((unopened (expand-file-name "controls/unopened.md" root)))
    (await "the findings of a closed file" (lambda () (cdr (assoc unopened flymake-list-only-diagnostics)))))

  (visit "controls/unopened.md")
  (await "the findings of a document that is opened" #'shown)
  (see 'opened (vconcat (shown)))
  (kill-buffer)
  (visit "controls/unopened.md")
  (await "the findings of a document that is opened again" #'shown)
  (see 'again (vconcat (shown)))

  (goto-char (point-min))
  (search-forward ", CC9.9")
  (replace-match "")
  ;; A user's pause in typing does both.
  (eglot--signal-textDocument/didChange)
  (await "that a finding goes" (lambda () (not (shown))))
  (see 'fixed (vconcat (shown)))
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server)))

(condition-case problem (run)
  (error (see 'problem (error-message-string problem))))
(with-temp-file (getenv "TICKMARK_RESULT") (insert (json-encode seen)))
