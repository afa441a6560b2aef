/** Expressions of models in parts that a person can fill in, and back. What does not fit the parts stays as it was written. */

const comparison = /^\$\{\s*([A-Za-z_]\w*)\s*(==|!=|<=|>=|<|>)\s*('[^']*'|"[^"]*"|-?\d+(?:\.\d+)?|true|false)\s*\}$/;

const yes = /^\$\{\s*(!|not\s+)?\s*([A-Za-z_]\w*)\s*\}$/;

/** A way that is always taken. */
export const always = '${true}';

/** `${fact == 'x'}` as { fact, operator, value, text }, and `${fact}` as fact == true; null for anything longer. */
export function readCondition(expression) {
  const bare = yes.exec((expression ?? '').trim());
  if (bare && !['true', 'false', 'null', 'empty', 'not'].includes(bare[2])) return { fact: bare[2], operator: '==', value: bare[1] ? 'false' : 'true', quoted: false };
  const found = comparison.exec((expression ?? '').trim());
  if (!found) return null;
  const [, fact, operator, raw] = found;
  const quoted = /^['"]/.test(raw);
  return { fact, operator, value: quoted ? raw.slice(1, -1) : raw, quoted };
}

export function writeCondition({ fact, operator, value, quoted }) {
  const plain = String(value).replaceAll(/['"\\]/g, '');
  return `\${${fact} ${operator} ${quoted ? `'${plain}'` : plain || '0'}}`;
}

/** Names that expressions of the model use, without the words of the language and without what is called. */
export function namesIn(expression) {
  const inside = [...(expression ?? '').matchAll(/[$#]\{([^}]*)\}/g)].map(([, text]) => text.replaceAll(/'[^']*'|"[^"]*"/g, ' '));
  const words = new Set(['and', 'or', 'not', 'empty', 'eq', 'ne', 'lt', 'gt', 'le', 'ge', 'div', 'mod', 'true', 'false', 'null', 'execution']);
  return [...new Set(inside.flatMap((text) => [...text.matchAll(/(?<![.\w])([A-Za-z_]\w*)(?!\w*\s*\()/g)].map(([, name]) => name)))]
    .filter((name) => !words.has(name));
}

const counted = { 日: '日', 週: '週間', 月: 'か月', 営: '営業日' };

/** `${dayFrom(jobStart, '+14日')}` as { fact, count, unit }; null for anything else. */
export function readFrom(expression, name) {
  const found = new RegExp(`^\\$\\{\\s*${name}\\(\\s*(\\w+)\\s*,\\s*'([^']*)'\\s*\\)\\s*\\}$`).exec(expression ?? '');
  if (!found) return null;
  const [, fact, rule] = found;
  if (rule === '当日') return { fact, count: 0, unit: '日' };
  const simple = /^\+?(\d{1,4})(日|営)$/.exec(rule);
  if (simple) return { fact, count: Number(simple[1]), unit: simple[2] };
  const period = /^P(\d{1,4})([MWD])$/.exec(rule);
  return period ? { fact, count: Number(period[1]), unit: { M: '月', W: '週', D: '日' }[period[2]] } : null;
}

export function writeFrom({ fact, count, unit }, name) {
  const whole = Math.max(0, Math.trunc(Number(count)) || 0);
  const rule = whole === 0 ? '当日' : unit === '月' ? `P${whole}M` : unit === '週' ? `P${whole}W` : `+${whole}${unit}`;
  return `\${${name}(${fact}, '${rule}')}`;
}

/** @param label what people call the day from which is counted */
export function sayFrom({ count, unit }, label) {
  return Number(count) === 0 ? label : `${label}から${count}${counted[unit]}`;
}

const units = { D: '日', M: 'か月', W: '週間' };

/** A timer as { kind, count, unit, times, text }: after (days, months, working days), date, cycle, or what was written. */
export function readTimer({ duration = '', date = '', cycle = '' }) {
  const after = /^P(\d{1,4})([DWM])$/.exec(duration);
  if (after) return { kind: after[2], count: Number(after[1]) };
  const hours = /^PT(\d{1,4})H$/.exec(duration);
  if (hours) return { kind: 'H', count: Number(hours[1]) };
  const working = /^\$\{\s*due\('\+(\d{1,3})営'\)\s*\}$/.exec(date);
  if (working) return { kind: 'open', count: Number(working[1]) };
  const again = /^R(\d{1,4})\/P(\d{1,4})([DWM])$/.exec(cycle);
  if (again) return { kind: `cycle${again[3]}`, count: Number(again[2]), times: Number(again[1]) };
  const from = readFrom(date, 'dayFrom');
  if (from) return { kind: 'from', from };
  if (date) return { kind: 'date', text: date };
  if (cycle) return { kind: 'cycle', text: cycle };
  return { kind: 'duration', text: duration };
}

/** One of { duration }, { date }, { cycle }, as the model writes it. */
export function writeTimer({ kind, count = 1, times = 12, text = '', from = null }) {
  if (kind === 'from') return { date: from?.fact ? writeFrom(from, 'dayFrom') : '' };
  const whole = Math.max(1, Math.trunc(Number(count)) || 1);
  if (kind in units) return { duration: `P${whole}${kind}` };
  if (kind === 'H') return { duration: `PT${whole}H` };
  if (kind === 'open') return { date: `\${due('+${whole}営')}` };
  if (/^cycle[DWM]$/.test(kind)) return { cycle: `R${Math.max(1, Math.trunc(Number(times)) || 1)}/P${whole}${kind.at(-1)}` };
  return { [kind]: text };
}

export function sayTimer(timer) {
  if (timer.kind === 'from') return timer.from?.fact ? `${sayFrom(timer.from, timer.from.label ?? timer.from.fact)}${timer.from.count > 0 ? '後' : ''}` : '決まっていません';
  if (timer.kind in units) return `${timer.count}${units[timer.kind]}後`;
  if (timer.kind === 'H') return `${timer.count}時間後`;
  if (timer.kind === 'open') return `${timer.count}営業日後`;
  if (/^cycle[DWM]$/.test(timer.kind)) return `${timer.count}${units[timer.kind.at(-1)]}ごとに${timer.times}回まで`;
  return timer.text || '決まっていません';
}

/** `P1825D` as a number of days; null for anything else. */
export function readDays(text) {
  const found = /^P(\d{1,4})D$/.exec(text ?? '');
  return found ? Number(found[1]) : null;
}
