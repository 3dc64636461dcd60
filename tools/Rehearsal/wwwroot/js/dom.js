// Small words for making elements. Text is always text: nothing here ever reads HTML.

/** el('button.primary', { type: 'button', onclick }, 'Send') */
export function el(name, props = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

const paths = {
  phone: 'M6 2.500h8A1.500 1.500 0 0 1 15.500 4v12a1.500 1.500 0 0 1-1.500 1.500H6A1.500 1.500 0 0 1 4.500 16V4A1.500 1.500 0 0 1 6 2.500zM8.500 15h3',
  bell: 'M10 3a4.500 4.500 0 0 1 4.500 4.500c0 4 1.500 5 1.500 5H4s1.500-1 1.500-5A4.500 4.500 0 0 1 10 3zM8.200 15.500a2 2 0 0 0 3.600 0',
  braces: 'M7.500 3.500C5 3.500 6.500 9 4 10c2.500 1 1 6.500 3.500 6.500M12.500 3.500C15 3.500 13.500 9 16 10c-2.500 1-1 6.500-3.500 6.500',
  close: 'm5 5 10 10M15 5 5 15',
  send: 'M3.500 4 17 10 3.500 16 5.500 10zM5.500 10h6',
  beside: 'M4 4.500h12v11H4zM10 4.500v11M13 8.500v3M11.500 10h3',
  copy: 'M7.500 6.500h8v10h-8zM5 13.500V4h7.500',
  down: 'M10 4v12M5 11l5 5 5-5',
};

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  const path = document.createElementNS(svg.namespaceURI, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

export const iconButton = (name, label, onclick, props = {}) =>
  el('button.icon-button', { type: 'button', 'aria-label': label, title: label, onclick, ...props }, icon(name));

/** Initials on a colour that stays with the person. */
export function avatar(person) {
  const words = person.name.split(/\s+/).filter(word => !/^(mr|mrs|ms|miss|dr|prof)\.?$/i.test(word));
  const initials = (words[0]?.[0] ?? '') + (words.length > 1 ? words.at(-1)[0] : '');
  const hue = [...person.id].reduce((sum, character) => (sum * 31 + character.codePointAt(0)) % 360, 7);
  return el('span.avatar', { 'aria-hidden': 'true', style: `--hue: ${hue}` }, initials.toUpperCase());
}

export const botAvatar = () => el('img.avatar.bot', { src: 'icon.svg', alt: '' });
