// The page's address says what is shown: ?people=id1,id2&phone=1&theme=dark
// `phone` is 1 for every chat, or the ids of those at phone width.

const parameters = () => Object.fromEntries(location.search.slice(1).split('&').filter(Boolean)
  .map(pair => pair.split('=', 2)).map(([name, value = '']) => [name, value]));

const list = text => (text ?? '').split(',').filter(Boolean).map(decodeURIComponent);

export const themes = ['light', 'dark', 'contrast'];

export function read() {
  const { people, phone, theme } = parameters();
  return {
    people: list(people),
    phone: phone === '1' ? 'all' : new Set(list(phone)),
    theme: themes.includes(theme) ? theme : preferredTheme(),
  };
}

export function write({ people, phone, theme }) {
  const ids = all => [...all].map(encodeURIComponent).join(',');
  const atPhoneWidth = phone === 'all' ? '1' : ids(people.filter(id => phone.has(id)));
  const query = [['people', ids(people)], ['theme', theme], ['phone', atPhoneWidth]]
    .filter(([, value]) => value).map(pair => pair.join('=')).join('&');
  history.replaceState(null, '', `/rehearsal${query && `?${query}`}`);
}

function preferredTheme() {
  if (matchMedia('(forced-colors: active), (prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
