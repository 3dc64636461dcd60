// The list of people: those with chats first, then everybody by role; with search, badges and arrow keys.
import { avatar, el, iconButton } from './dom.js';
import { brief } from './time.js';

const groups = [
  ['headteacher', 'Headteachers', 'Headteacher'],
  ['leading-teacher', 'Leading teachers', 'Leading teacher'],
  ['inspector', 'Inspectors', 'Inspector'],
  ['coordinator', 'Coordinators', 'Coordinator'],
  ['district-manager', 'District managers', 'District manager'],
  ['principal-adviser', 'Principal advisers', 'Principal adviser'],
  ['safeguarding', 'Safeguarding', 'Safeguarding officer'],
  ['finance', 'Finance', 'Finance'],
  ['teacher', 'Teachers', 'Teacher'],
];

const shown = ['headteacher', 'leading-teacher', 'teacher', 'inspector', 'coordinator', 'district-manager',
  'principal-adviser', 'safeguarding', 'finance'];

const roleName = role => groups.find(([name]) => name === role)?.[2] ?? role;
const groupOf = person => groups.find(([role]) => person.roles.includes(role))?.[0] ?? 'other';

export const about = person => [person.roles.map(roleName).join(', '), person.school].filter(Boolean).join(' · ');

export class PeopleList {
  #nav; #people; #choose; #search; #lists; #open = [];

  /** choose(person id, beside) is called when somebody is picked. */
  constructor(nav, people, choose) {
    [this.#nav, this.#people, this.#choose] = [nav, people, choose];
    this.#search = el('input', { type: 'search', placeholder: 'Search people', 'aria-label': 'Search people', oninput: () => this.draw() });
    this.#lists = el('div.lists');
    nav.append(el('div.search', {}, this.#search), this.#lists);
    nav.addEventListener('keydown', event => this.#move(event));
    this.draw();
  }

  focus() {
    this.#search.focus();
  }

  opened(ids) {
    this.#open = ids;
    this.draw();
  }

  draw() {
    const focused = document.activeElement?.closest?.('[data-person]')?.dataset.person;
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = [...this.#people.values()].filter(person =>
      words.every(word => `${person.name} ${about(person)}`.toLowerCase().includes(word)));
    const withChats = found.filter(person => person.last).sort((a, b) => b.last.at.localeCompare(a.last.at));
    const others = found.filter(person => !person.last);
    this.#lists.replaceChildren(
      ...this.#section('Chats', withChats),
      ...[...shown, 'other'].flatMap(role => this.#section(groups.find(([name]) => name === role)?.[1] ?? 'Others',
        others.filter(person => groupOf(person) === role))));
    if (!found.length) this.#lists.append(el('p.nobody', {}, 'Nobody of that name, role or school.'));
    if (focused) this.#lists.querySelector(`[data-person="${CSS.escape(focused)}"]`)?.focus();
  }

  #section(title, people) {
    return people.length ? [el('section', {}, el('h2', {}, title), el('ul', {}, people.map(person => this.#row(person))))] : [];
  }

  #row(person) {
    const { id, name, unread, last } = person;
    const open = this.#open.includes(id);
    const label = [name, about(person), unread && `${unread} unread`].filter(Boolean).join(', ');
    return el('li', { class: unread ? 'unread' : null },
      el('button.person', {
        type: 'button', 'data-person': id, 'aria-label': label, 'aria-current': open ? 'true' : null,
        onclick: event => this.#choose(id, event.ctrlKey || event.metaKey),
      },
      avatar(person),
      el('span.who', {},
        el('span.name', {}, name),
        el('span.about', {}, last ? (last.fromBot ? '' : 'You: ') + last.preview : about(person))),
      el('span.marks', {}, last && el('span.when', {}, brief(last.at)), unread > 0 && el('span.badge', {}, unread > 99 ? '99+' : unread))),
      iconButton('beside', `Open ${name} beside`, () => this.#choose(id, true), { class: 'icon-button beside', tabindex: '-1' }));
  }

  #move(event) {
    const rows = [...this.#nav.querySelectorAll('.person')];
    const at = rows.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined || (at < 0 && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    (to < 0 ? this.#search : rows[Math.min(to, rows.length - 1)])?.focus();
  }
}
