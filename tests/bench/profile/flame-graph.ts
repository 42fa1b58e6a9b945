import type { Call } from './call-tree.ts';

/** Narrower ones cannot be seen, and there are thousands. */
const LEAST_SHARE = 0.0005;

type Box = [name: string, place: string, owner: string, self: number, total: number, calls: Box[]];

const boxOf = (call: Call, least: number): Box => [
  call.name,
  call.place,
  call.owner,
  Math.round(call.self),
  call.total,
  call.calls.filter(({ total }) => total >= least).map((each) => boxOf(each, least)),
];

/** `<` would end the script. */
const embed = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const draw = `
const chart = document.querySelector('main'), said = document.querySelector('output');
const hue = (owner) => owner.startsWith('services') || owner.startsWith('db') ? 28 : owner === '(garbage collector)' ? 0 : owner === 'node' || owner === 'native' ? 210 : 130;
const shade = (text) => { let sum = 0; for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 997; return sum; };
const say = ([name, place, owner, self, total]) => name + ' ' + place + ' [' + owner + '] ' + Math.round(total) + ' ms, itself ' + self + ' ms, ' + (100 * total / whole[4]).toFixed(1) + ' %';
const show = (from) => {
  chart.replaceChildren();
  let deepest = 0;
  const put = (box, left, width, depth) => {
    deepest = Math.max(deepest, depth);
    const button = document.createElement('button');
    button.style.cssText = 'left:' + left + '%;width:' + width + '%;top:' + depth * 18 + 'px;background:hsl(' + hue(box[2]) + ' ' + (50 + shade(box[2]) % 30) + '% ' + (68 + shade(box[0]) % 14) + '%)';
    button.textContent = box[0];
    button.title = say(box);
    button.onclick = () => show(box === from ? whole : box);
    button.onmouseenter = () => { said.textContent = say(box); };
    chart.append(button);
    let at = left;
    for (const call of box[5]) { const share = width * call[4] / box[4]; if (share > 0.08) put(call, at, share, depth + 1); at += share; }
  };
  put(from, 0, 100, 0);
  chart.style.height = (deepest + 1) * 18 + 'px';
  said.textContent = say(from);
};
show(whole);`;

/** One file that any browser opens without a network: callers above what they call, as wide as the time spent; a click shows one alone. */
export const flameGraph = (title: string, top: Call): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>
body{font:13px system-ui;margin:12px}h1{font-size:16px}main{position:relative}output{display:block;min-height:2.4em}
button{position:absolute;height:17px;padding:0 2px;border:0;font:11px system-ui;text-align:left;overflow:hidden;white-space:nowrap;box-sizing:border-box;border-right:1px solid #fff}
</style>
<h1>${title}</h1><p>Orange: Lotse. Green: packages. Blue: Node. A click shows one alone, a second one all again.</p><output></output><main></main>
<script>const whole = ${embed(boxOf(top, top.total * LEAST_SHARE))};${draw}</script></html>
`;
