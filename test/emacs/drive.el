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
      ;; As a user's pause does, this also lets Eglot hear of files that change.
      (read-event nil nil 0.02))))

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

(defun put-point-on (words)
  "Puts point on the first of these WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defun place (file line column)
  (format "%s:%d:%d" (file-relative-name file root) line column))

(defun references ()
  "What Emacs lists as references of what point is on."
  (sort (mapcar (lambda (item)
                  (let ((location (xref-item-location item)))
                    (place (xref-location-group location) (xref-location-line location) (xref-file-location-column location))))
                (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot)))
        #'string<))

(defun text-of (file)
  (with-temp-buffer
    (let ((coding-system-for-read 'utf-8-unix)) (insert-file-contents file))
    (buffer-string)))

(defun rename-to (id)
  "Renames what point is on to ID, agrees to edits of files that are not open, and saves everything."
  (cl-letf (((symbol-function 'y-or-n-p) (lambda (_) t)))
    (eglot-rename id))
  (save-some-buffers t))

(defun navigate-and-rename ()
  "From a link to a control to where it is stated, to what refers to it, and to another id for it and back."
  (visit "controls/AC-03-offboarding.md")
  (await "that the document is served" #'eglot-current-server)
  (put-point-on "AC-08]")
  (save-window-excursion
    (xref-find-definitions (xref-backend-identifier-at-point 'eglot))
    (see 'definition (place buffer-file-name (line-number-at-pos) (current-column))))
  (visit "controls/AC-03-offboarding.md")
  (put-point-on "AC-08]")
  (let ((before (references)))
    (see 'references (vconcat before))
    (rename-to "AC-80")
    (see 'renamed
         (mapcar (lambda (path) (cons path (text-of (expand-file-name path root))))
                 (delete-dups (mapcar (lambda (place) (car (split-string place ":"))) before))))
    (put-point-on "AC-80]")
    (await "that the files that were saved are seen" (lambda () (= (length (references)) (length before))))
    (rename-to "AC-08")))

(defun complete-and-fix ()
  "Offers criteria in a list, completes the id of a policy, and applies the fix of a finding."
  (visit "controls/unopened.md")
  (put-point-on ", CC9.9")
  (insert ", CC9")
  (let ((capf (eglot-completion-at-point)))
    (see 'completions (vconcat (sort (all-completions "CC9" (nth 2 capf)) #'string<))))
  (delete-char -5)
  (goto-char (point-min))
  (forward-line 2)
  (insert "policies: [access-c")
  (save-excursion (insert "]\n"))
  (completion-at-point)
  (see 'completed (buffer-substring-no-properties (line-beginning-position) (line-end-position)))
  (goto-char (line-beginning-position))
  (kill-line 1)
  (eglot--signal-textDocument/didChange)
  (await "the finding" #'shown)
  (put-point-on "CC9.9")
  ;; Chosen with the keyboard, as nil would stand for the mouse.
  (let ((last-nonmenu-event ?\r) offered)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_ choices &rest _) (setq offered (mapcar #'car choices)) (car offered))))
      (eglot-code-actions (point) (point) "quickfix" t))
    (see 'actions (vconcat offered)))
  (eglot--signal-textDocument/didChange)
  (await "that a finding goes" (lambda () (not (shown))))
  (see 'fixed (buffer-substring-no-properties (line-beginning-position) (line-end-position)))
  (set-buffer-modified-p nil)
  (kill-buffer))

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
  (complete-and-fix)
  (navigate-and-rename)
  (eglot-shutdown (eglot-current-server)))

(condition-case problem (run)
  (error (see 'problem (error-message-string problem))))
(with-temp-file (getenv "TICKMARK_RESULT") (insert (json-encode seen)))
