// Times as people say them: 10:42, with how long ago that is; kept fresh while the page is open.

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });
const dayInWords = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

const exactMoment = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });

// The bot's clock may have been moved; this is how far it is ahead of this machine's.
let ahead = 0;

export const set = now => { ahead = new Date(now) - Date.now(); };

const current = () => Date.now() + ahead;

/** Thursday 26 November 2026 at 21:02. */
export const moment = () => exactMoment.format(new Date(current())).replace(',', '');

const dayOf = date => date.toDateString();
const daysAgo = date => Math.round((new Date(dayOf(new Date(current()))) - new Date(dayOf(date))) / 86_400_000);

export function day(at) {
  const date = new Date(at);
  return ['Today', 'Yesterday'][daysAgo(date)] ?? dayInWords.format(date);
}

export const precise = at => exact.format(new Date(at));

/** For a list: the time today, the day before that. */
export function brief(at) {
  const date = new Date(at);
  return daysAgo(date) === 0 ? clock.format(date) : shortDay.format(date);
}

function ago(date) {
  const minutes = Math.floor((current() - date) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  return daysAgo(date) === 0 ? `${Math.floor(minutes / 60)} h ago` : '';
}

const words = date => [clock.format(date), ago(date)].filter(Boolean).join(' · ');

export function timeElement(at) {
  const element = document.createElement('time');
  element.dateTime = at;
  element.title = precise(at);
  element.textContent = words(new Date(at));
  return element;
}

setInterval(() => {
  for (const element of document.querySelectorAll('.log time')) element.textContent = words(new Date(element.dateTime));
}, 20_000);
