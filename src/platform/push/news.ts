import {
  concatMap,
  defer,
  interval,
  merge,
  mergeAll,
  Observable,
  share,
  Subject,
  takeUntil,
  throttleTime,
} from "rxjs";
import type { Progress } from "../projecting/progress.js";

/** Milliseconds between two looks at the read models, however busy the log is. */
const PAUSE = 50;

/** Milliseconds after which a look that failed is repeated, if nothing new calls for one. */
const REPEAT = 5_000;

/** Looks for news while somebody follows them. */
export interface News<N> {
  /** Tells everything new until the returned function is called. */
  follow(tell: (news: N) => void): () => void;
  close(): void;
}

export interface NewsSource<N> {
  /** How far the read models are. */
  readonly progress: Progress;
  /** What came above one position and up to another, oldest first. */
  look(above: number, upTo: number): Promise<readonly N[]>;
  onError(error: unknown): void;
}

/**
 * One look tells all who follow in this process, whenever the read models have got on; none is
 * made while nobody follows. A look that fails is made again and skips nothing.
 */
export function newsOf<N>(source: NewsSource<N>): News<N> {
  const { progress } = source;
  const closing = new Subject<void>();
  const news = defer(() => {
    let seen = progress.position;
    const lookOnce = async (): Promise<readonly N[]> => {
      const upTo = progress.position;
      if (upTo <= seen) return [];
      try {
        const found = await source.look(seen, upTo);
        seen = upTo;
        return found;
      } catch (error) {
        source.onError(error);
        return [];
      }
    };
    return merge(positionsOf(progress), interval(REPEAT)).pipe(
      throttleTime(PAUSE, undefined, { leading: true, trailing: true }),
      concatMap(lookOnce),
      mergeAll(),
    );
  }).pipe(takeUntil(closing), share());
  return {
    follow(tell) {
      const subscription = news.subscribe(tell);
      return () => subscription.unsubscribe();
    },
    close: () => closing.next(),
  };
}

function positionsOf(progress: Progress): Observable<number> {
  return new Observable((subscriber) => progress.follow((position) => subscriber.next(position)));
}
