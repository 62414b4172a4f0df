import test, { type ExecutionContext } from "ava";
import { Progress } from "../../../src/platform/projecting/progress.js";
import { newsOf } from "../../../src/platform/push/news.js";
import { eventually } from "../../world/eventually.js";

/** A source whose news are the positions themselves; looks fail as often as told. */
function positionsAsNews(failures = 0) {
  const progress = new Progress();
  const looks: string[] = [];
  let left = failures;
  const news = newsOf<number>({
    progress,
    async look(above, upTo) {
      looks.push(`${above}-${upTo}`);
      if (left > 0) {
        left -= 1;
        throw new Error("the store is away");
      }
      return Array.from({ length: upTo - above }, (_, index) => above + index + 1);
    },
    onError: () => undefined,
  });
  return { progress, looks, news };
}

function heard(t: ExecutionContext, told: readonly number[] | undefined, all: readonly number[]) {
  const enough = () => Promise.resolve(told?.length === all.length ? told : undefined);
  return eventually(`${all.length} news`, enough).then((seen) => t.deepEqual(seen, all));
}

test("everyone who follows hears all that is new, from one look", async (t) => {
  const { progress, looks, news } = positionsAsNews();
  progress.advance(10);
  const [one, other]: number[][] = [[], []];
  const stops = [news.follow((each) => one?.push(each)), news.follow((each) => other?.push(each))];
  progress.advance(11);
  progress.advance(13);
  await heard(t, one, [11, 12, 13]);
  t.deepEqual(other, one);
  t.is(new Set(looks).size, looks.length);
  for (const stop of stops) stop();
});

test("nobody is looked for while nobody follows, and nothing of that time is told", async (t) => {
  const { progress, looks, news } = positionsAsNews();
  const early: number[] = [];
  const stop = news.follow((each) => early.push(each));
  progress.advance(1);
  await heard(t, early, [1]);
  stop();
  progress.advance(5);
  t.is(looks.length, 1);
  const late: number[] = [];
  const stopLate = news.follow((each) => late.push(each));
  progress.advance(6);
  await heard(t, late, [6]);
  t.deepEqual(early, [1]);
  stopLate();
});

test("a look that fails is made again and skips nothing", async (t) => {
  const { progress, news } = positionsAsNews(1);
  const told: number[] = [];
  const stop = news.follow((each) => told.push(each));
  progress.advance(2);
  progress.advance(3);
  await heard(t, told, [1, 2, 3]);
  stop();
});

test("closing ends all following", async (t) => {
  const { progress, looks, news } = positionsAsNews();
  news.follow(() => t.fail("told after the end"));
  news.close();
  progress.advance(1);
  await new Promise((resolve) => setTimeout(resolve, 120));
  t.deepEqual(looks, []);
});
