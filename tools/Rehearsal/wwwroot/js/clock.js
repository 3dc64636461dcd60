// What time it is for the bot, and the button that lets the next school morning come.
import * as api from './api.js';
import { el } from './dom.js';
import * as time from './time.js';

/** Returns what is to be called when the clock was moved. A bot whose clock cannot be moved has none here. */
export async function controls(place) {
  const shown = el('time');
  const show = now => { time.set(now); draw(); };
  const draw = () => { shown.textContent = time.moment(); };
  try {
    show((await api.clock()).now);
  } catch {
    return () => {};
  }
  setInterval(draw, 20_000);
  place.append(shown, el('button', { type: 'button', onclick: () => api.morning() }, 'Next school morning'));
  return show;
}
