// Light, dark and high contrast: colours of the page (css/themes.css) and of the cards (hosts/*.json).
import { el } from './dom.js';
import { themes } from './address.js';

const names = { light: 'Light', dark: 'Dark', contrast: 'High contrast' };
const hosts = {};

export async function load() {
  for (const theme of themes) hosts[theme] = await (await fetch(`/rehearsal/hosts/${theme}.json`)).json();
}

export const current = () => document.documentElement.dataset.theme;

export const hostConfig = () => new AdaptiveCards.HostConfig(hosts[current()]);

export function show(theme) {
  document.documentElement.dataset.theme = theme;
}

export function controls(fieldset, theme, changed) {
  for (const name of themes) {
    const input = el('input', { type: 'radio', name: 'theme', value: name, onchange: () => changed(name) });
    input.checked = name === theme;
    fieldset.append(el('label', {}, input, el('span', {}, names[name])));
  }
}
