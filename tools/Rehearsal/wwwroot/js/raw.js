// The raw activities of a chat, newest first, each with its answer.
import { el, iconButton } from './dom.js';
import { precise } from './time.js';

const json = value => JSON.stringify(value, null, 2);

function exchanges(entries) {
  const answers = new Map(entries.filter(entry => entry.kind === 'answer').map(entry => [entry.id, entry]));
  return entries.filter(entry => entry.kind === 'toBot' || entry.kind === 'fromBot').reverse().map(entry => {
    const answered = entry.kind === 'toBot' ? answers.get(entry.id) : entry;
    return {
      key: entry.kind + entry.id + entry.at, at: entry.at, toBot: entry.kind === 'toBot', request: entry.request,
      what: [entry.activity?.type ?? 'delete', entry.activity?.name, entry.activity?.value?.action?.verb].filter(Boolean).join(' '),
      activity: entry.activity, status: answered?.status, took: answered?.milliseconds, answer: answered?.answer,
    };
  });
}

const block = (title, value) => value === undefined ? [] : [
  el('div.block', {}, el('h4', {}, title),
    iconButton('copy', `Copy ${title.toLowerCase()}`, () => navigator.clipboard.writeText(json(value)))),
  el('pre', { tabindex: '0' }, json(value)),
];

function row(exchange, open) {
  const ok = exchange.status >= 200 && exchange.status < 300;
  return el('details', { 'data-key': exchange.key, open },
    el('summary', {},
      el('span.direction', {}, exchange.toBot ? 'to bot' : 'from bot'), el('span.what', {}, exchange.what),
      el(ok ? 'span.status' : 'span.status.bad', {}, exchange.status ?? (exchange.answer ? 'no answer' : 'waiting')),
      el('span.took', {}, exchange.took === undefined ? '' : `${exchange.took} ms`)),
    el('p.path', {}, `${precise(exchange.at)} · ${exchange.request}`),
    block('Request', exchange.activity), block('Response', exchange.answer));
}

export class Raw {
  element = el('section.panel.raw', { 'aria-label': 'Raw activities' });

  show(entries) {
    const open = new Set([...this.element.querySelectorAll('details[open]')].map(details => details.dataset.key));
    const rows = exchanges(entries);
    this.element.replaceChildren(
      el('h3', {}, 'Raw activities'),
      ...(rows.length ? rows.map(exchange => row(exchange, open.has(exchange.key))) : [el('p.nothing', {}, 'Nothing yet.')]));
  }
}
