/** Reads a date typed in either calendar and says it with era and weekday. The server decides; this only shows how it will read it. */
const eras = [
  { letter: 'R', name: '令和', from: '2019-05-01' },
  { letter: 'H', name: '平成', from: '1989-01-08' },
  { letter: 'S', name: '昭和', from: '1926-12-25' },
  { letter: 'T', name: '大正', from: '1912-07-30' },
  { letter: 'M', name: '明治', from: '1873-01-01' },
];
const meijiFirstYear = 1868;
const era = '(?<era>[MTSHRmtshr]|明治?|大正?|昭和?|平成?|令和?)';
const weekday = '(?:\\([月火水木金土日](?:曜日?)?\\))?';
const time = '(?:T?(?<hour>\\d{1,2})[:時](?<minute>\\d{2})?分?)?';
const ways = [
  `${era}?(?<year>元|\\d{1,4})年(?<month>\\d{1,2})月(?<day>\\d{1,2})日${weekday}${time}`,
  `${era}?(?<year>元|\\d{1,4})(?<mark>[./-])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})${weekday}${time}`,
  `(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})`,
  `${era}(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})`,
].map((way) => new RegExp(`^${way}$`, 'u'));

const firstYear = ({ name, from }) => (name === '明治' ? meijiFirstYear : Number(from.slice(0, 4)));
const eraOf = (iso) => eras.find(({ from }) => iso >= from);
const two = (number) => String(number).padStart(2, '0');

/** `{iso, hour, minute}` of what was typed, or null when it is no date. */
export function readDate(text) {
  const spaced = text.normalize('NFKC').trim().replace(/[\u2010-\u2015\u2212\u30fc]/g, '-');
  const typed = spaced.replace(/(\d)\s+(?=\d{1,2}[:時])/, '$1T').replace(/\s/g, '');
  const found = ways.map((way) => way.exec(typed)).find(Boolean)?.groups;
  return found ? checked(found) : null;
}

function checked(found) {
  const named = found.era && eras.find(({ letter, name }) => letter === found.era.toUpperCase() || name[0] === found.era[0]);
  const number = found.year === '元' ? 1 : Number(found.year);
  if (named ? number < 1 : found.year.length !== 4) return null;
  const year = named ? firstYear(named) + number - 1 : number;
  const iso = `${year}-${two(found.month)}-${two(found.day)}`;
  const day = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== iso) return null;
  if (!eraOf(iso) || (named && eraOf(iso) !== named)) return null;
  const hour = found.hour === undefined ? null : Number(found.hour);
  const minute = Number(found.minute ?? 0);
  return hour > 23 || minute > 59 ? null : { iso, hour, minute };
}

/** 令和8年4月1日（水）, with the time when there is one. */
export function sayDate({ iso, hour, minute }) {
  const [year, month, day] = iso.split('-').map(Number);
  const named = eraOf(iso);
  const ofEra = year - firstYear(named) + 1;
  const onWeekday = '日月火水木金土'[new Date(`${iso}T00:00:00Z`).getUTCDay()];
  const atTime = hour === null || hour === undefined ? '' : ` ${hour}:${two(minute)}`;
  return `${named.name}${ofEra === 1 ? '元' : ofEra}年${month}月${day}日（${onWeekday}）${atTime}`;
}
