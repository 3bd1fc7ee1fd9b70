import type { Finished, Session } from '../drill/session.ts';
import { RATINGS } from '../memory/rating.ts';
import { cut } from './cut.ts';
import { drillMessages } from './drill-messages.ts';
import { paragraph } from './flow.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import { visibleLine } from './sanitize.ts';

/** The end of a drill: how many were rated and how, by topic where there is more than one. */
export function summaryLines(session: Session, nameOf: (topic: string) => string, look: Look): string[] {
  const { good, strong } = ink(look);
  const say = drillMessages(look.lang);
  const rated = session.finished.filter(({ outcome }) => outcome.type === 'rated');
  const suspended = session.finished.filter(({ outcome }) => outcome.type === 'suspended').length;
  const aside = [
    ...(session.undone > 0 ? paragraph(say.undone(session.undone), look) : []),
    ...(suspended > 0 ? paragraph(say.suspended(suspended), look) : []),
  ];
  if (rated.length === 0) return aside.length > 0 ? aside : [say.nothingRated];
  const minutes = session.finished.reduce((sum, { ms }) => sum + ms, 0) / 60_000;
  const lines = [...groupByTopic(rated)].map(([topic, own]) =>
    cut(
      `  ${visibleLine(nameOf(topic))}  ${countsText(own, look)}`,
      look.columns,
      look.wideAmbiguous ? 2 : 1,
    ),
  );
  return [
    strong(say.done(rated.length, minutes)),
    good(countsText(rated, look)),
    ...(lines.length > 1 ? lines : []),
    ...aside,
    say.saved,
  ];
}

/** `记得 3 · 轻松 1`, worst first. */
function countsText(finished: readonly Finished[], look: Look): string {
  const say = drillMessages(look.lang);
  return RATINGS.flatMap((rating) => {
    const count = finished.filter(
      ({ outcome }) => outcome.type === 'rated' && outcome.rating === rating,
    ).length;
    return count > 0 ? [`${say.ratings[rating]} ${count}`] : [];
  }).join(look.ascii ? ' | ' : ' · ');
}

function groupByTopic(finished: readonly Finished[]): Map<string, Finished[]> {
  const groups = new Map<string, Finished[]>();
  for (const each of finished) {
    const { topic } = each.question.card;
    groups.set(topic, [...(groups.get(topic) ?? []), each]);
  }
  return groups;
}
