// A poll in a bubble: choose and vote, then see the shares.

import { el } from "./dom.js";
import { words } from "./words.js";

export function poll(phone, message) {
  const { poll: asked } = message;
  const chosen = new Set();
  const vote = (options) => phone.act("vote", { chat: phone.chat, message: message.id, options });
  const voted = asked.options.some((option) => option.mine);
  const rows = asked.options.map((option, place) =>
    voted || asked.closed ? share(option, asked) : ballot(option, () => pick(place)),
  );
  const pick = (place) => {
    if (!asked.several) return vote([place]);
    if (!chosen.delete(place)) chosen.add(place);
    rows[place].setAttribute("aria-pressed", String(chosen.has(place)));
  };
  const several =
    asked.several &&
    !voted &&
    !asked.closed &&
    el(
      "button",
      { type: "button", class: "poll-deed", onclick: () => chosen.size > 0 && vote([...chosen].sort((a, b) => a - b)) },
      words().vote,
    );
  const back =
    voted &&
    !asked.closed &&
    el("button", { type: "button", class: "poll-deed", onclick: () => vote([]) }, words().retract);
  const kind = asked.anonymous ? words().anonymousPoll : words().publicPoll;
  return el(
    "div",
    { class: "poll" },
    el("strong", {}, asked.question),
    el("small", {}, kind),
    rows,
    several,
    back,
    el("small", {}, words().votes(asked.total)),
  );
}

function ballot(option, pick) {
  return el(
    "button",
    { type: "button", class: "ballot", "aria-pressed": "false", data: { option: option.text }, onclick: pick },
    option.text,
  );
}

function share(option, asked) {
  const percent = asked.total ? Math.round((100 * option.count) / asked.total) : 0;
  return el(
    "div",
    { class: option.mine ? "share chosen" : "share" },
    el("span", {}, `${percent}%`),
    el("span", {}, option.text),
    el("meter", { min: 0, max: 100, value: percent, "aria-label": `${percent}%` }),
  );
}
