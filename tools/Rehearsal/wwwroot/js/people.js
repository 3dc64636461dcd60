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
  #nav; #people; #choose; #search; #lists; #open = []; #rows = new Map(); #shape = '';

  /** choose(person id, beside) is called when somebody is picked. */
  constructor(nav, people, choose) {
    [this.#nav, this.#people, this.#choose] = [nav, people, choose];
    this.#search = el('input', { type: 'search', placeholder: 'Search people', 'aria-label': 'Search people', oninput: () => this.draw() });
    this.#lists = el('div.lists');
    nav.append(el('div.search', {}, this.#search), this.#lists);
    nav.addEventListener('keydown', event => this.#move(event));
    this.#lists.addEventListener('focusin', event => { if (event.target.matches('.person')) this.#tabStop(event.target); });
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
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = [...this.#people.values()].filter(person =>
      words.every(word => `${person.name} ${about(person)}`.toLowerCase().includes(word)));
    const withChats = found.filter(person => person.last).sort((a, b) => b.last.at.localeCompare(a.last.at));
    const others = found.filter(person => !person.last);
    const sections = [['Chats', withChats], ...[...shown, 'other'].map(role =>
      [groups.find(([name]) => name === role)?.[1] ?? 'Others', others.filter(person => groupOf(person) === role)])];
    for (const person of found) this.#update(person);
    this.#arrange(sections.filter(([, people]) => people.length));
  }

  // Rows stay where they are unless the order changes, so that a click or the focus never loses its row.
  #arrange(sections) {
    const shape = JSON.stringify(sections.map(([title, people]) => [title, people.map(({ id }) => id)]));
    if (shape === this.#shape) return;
    this.#shape = shape;
    const focused = document.activeElement;
    this.#lists.replaceChildren(...sections.map(([title, people]) =>
      el('section', {}, el('h2', {}, title), el('ul', {}, people.map(({ id }) => this.#rows.get(id))))));
    if (!sections.length) this.#lists.append(el('p.nobody', {}, 'Nobody of that name, role or school.'));
    if (this.#lists.contains(focused)) focused.focus();
    else this.#tabStop(this.#lists.querySelector('.person'));
  }

  // The whole list is one stop of the Tab key; arrow keys move inside.
  #tabStop(row) {
    this.#lists.querySelector('.person[tabindex="0"]')?.setAttribute('tabindex', '-1');
    row?.setAttribute('tabindex', '0');
  }

  #update(person) {
    const { id, unread, last } = person;
    if (!this.#rows.has(id)) this.#rows.set(id, this.#row(person));
    const row = this.#rows.get(id);
    row.classList.toggle('unread', unread > 0);
    row.firstChild.setAttribute('aria-current', this.#open.includes(id));
    row.querySelector('.role').textContent = last ? person.roles.map(roleName).join(', ') : '';
    row.querySelector('.about').textContent = last ? (last.fromBot ? '' : 'You: ') + last.preview : about(person);
    row.querySelector('.marks').replaceChildren(
      ...(last ? [el('span.when', {}, brief(last.at))] : []),
      ...(unread ? [el('span.badge', {}, unread > 99 ? '99+' : unread), el('span.hidden', {}, 'unread')] : []));
  }

  #row(person) {
    const { id, name } = person;
    return el('li', {},
      el('button.person', {
        type: 'button', 'data-person': id, tabindex: '-1', title: about(person),
        onclick: event => this.#choose(id, event.ctrlKey || event.metaKey),
      }, avatar(person), el('span.who', {}, el('span.name', {}, name, ' ', el('span.role')), el('span.about')), el('span.marks')),
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
