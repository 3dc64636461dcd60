// What a phone would show: a passing toast, and per person a small feed of them.
import { el } from './dom.js';
import { timeElement } from './time.js';

const staysFor = 7000;

const content = (text, at) => [
  el('img', { src: 'icon.svg', alt: '' }),
  el('span.words', {}, el('span.from', {}, 'OutreachBot', at && timeElement(at)), el('span.text', {}, text)),
];

export function toast(container, person, message, open) {
  const button = el('button.toast', { type: 'button', onclick: () => { button.remove(); open(); } },
    el('span.to', {}, person.name), el('span.notification', {}, content(message.preview)));
  container.append(button);
  while (container.children.length > 3) container.firstChild.remove();
  const leave = setInterval(() => {
    if (button.matches(':hover, :focus')) return;
    clearInterval(leave);
    button.remove();
  }, staysFor);
}

export function feed(messages) {
  const told = messages.filter(message => message.fromBot && !message.deleted).reverse().slice(0, 30);
  return el('section.panel', { 'aria-label': 'Notifications on the phone' },
    el('h3', {}, 'On this person’s phone'),
    told.length
      ? el('ol.feed', {}, told.map(({ preview, at }) => el('li.notification', {}, content(preview, at))))
      : el('p.nothing', {}, 'Nothing yet.'));
}
