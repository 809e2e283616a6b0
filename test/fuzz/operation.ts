/** Told of each operation that should take no longer than a moment. */
type Watch = <Result>(name: string, call: () => Result) => Result;

let watch: Watch = (_name, call) => call();

/** One thing that is asked of the product. It is only measured where somebody watches: tests do not. */
export function operation<Result>(name: string, call: () => Result): Result {
  return watch(name, call);
}

/** Has operations watched from now on, in this process. */
export function watchOperations(how: Watch): void {
  watch = how;
}
