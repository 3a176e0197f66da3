// One message: a bubble with its sender, quote, media, text, time, reactions and inline keyboard; or a service line.

import { avatar, button, el, refill } from "./dom.js";
import { formatted } from "./formatted.js";
import { inlineKeyboard } from "./inline_keyboard.js";
import { gist, media } from "./media.js";
import { messageMenu } from "./message_menu.js";
import { poll } from "./poll.js";
import { clockTime, fullTime } from "./when.js";
import { serviceText, words } from "./words.js";

export function bubbleFor(phone, message, place) {
  const article = el("article", { tabindex: "-1", data: { message: message.id, from: message.from.name } });
  fillBubble(phone, article, message, place);
  return article;
}

export function fillBubble(phone, article, message, place) {
  article.className = [
    "message",
    message.service ? "service" : message.mine ? "mine" : "theirs",
    place.first && "first",
    place.last && "last",
    lonely(message) && "bare",
  ]
    .filter(Boolean)
    .join(" ");
  if (message.service) return refill(article, el("span", { class: "service-line" }, serviceText(message.service)));
  const face =
    place.withFaces && !message.mine
      ? place.last
        ? avatar(message.from, "small")
        : el("span", { class: "avatar small hollow" })
      : null;
  refill(
    article,
    face,
    el("div", { class: "column" }, bubble(phone, article, message, place), inlineKeyboard(phone, message)),
  );
}

function lonely(message) {
  return Boolean(message.sticker);
}

function bubble(phone, article, message, place) {
  const box = el("div", {
    class: message.photo ? "bubble pictured" : "bubble",
    oncontextmenu: (event) => menuByPress(event, phone, message),
  });
  box.append(
    ...[
      heading(message, place),
      forward(message),
      quote(phone, message),
      media(phone, message, article),
      message.poll && poll(phone, message),
      body(phone, message),
      foot(phone, message),
    ].filter(Boolean),
  );
  box.append(
    button(words().actions, "more", () => messageMenu(phone, message), {
      class: "round more",
      data: { focus: "more" },
    }),
  );
  return box;
}

function menuByPress(event, phone, message) {
  if (event.target.closest("a")) return;
  event.preventDefault();
  messageMenu(phone, message);
}

function heading(message, place) {
  return place.withFaces && place.first && !message.mine
    ? el("div", { class: `sender ink-${message.from.colour}` }, message.from.name)
    : null;
}

function forward(message) {
  return message.forward ? el("div", { class: "forward" }, words().forwarded(message.forward)) : null;
}

function quote(phone, message) {
  if (!message.reply) return null;
  const { id, from } = message.reply;
  return el(
    "button",
    { type: "button", class: "quote", data: { focus: "quote" }, onclick: () => phone.scrollTo(id) },
    el("strong", {}, from),
    el("span", {}, message.reply.service ? serviceText(message.reply.service) : gist(message.reply)),
  );
}

function body(phone, message) {
  return message.text
    ? el("div", { class: "text", dir: "auto" }, formatted(phone, message.text, message.entities))
    : null;
}

function foot(phone, message) {
  const reactions = message.reactions.map(({ emoji, count, mine }) =>
    el(
      "button",
      {
        type: "button",
        class: mine ? "reaction chosen" : "reaction",
        data: { focus: `reaction-${emoji}` },
        onclick: () => phone.act("react", { chat: phone.chat, message: message.id, emoji: mine ? null : emoji }),
      },
      `${emoji} ${count > 1 ? count : ""}`.trim(),
    ),
  );
  const time = el(
    "time",
    { datetime: new Date(message.at * 1000).toISOString(), title: fullTime(message.at, phone.zone()) },
    clockTime(message.at, phone.zone()),
  );
  return el(
    "div",
    { class: "foot" },
    reactions,
    el("span", { class: "stamp" }, message.edited ? `${words().edited} ` : "", time),
  );
}

export function announcement(message) {
  return message.service ? serviceText(message.service) : `${message.from.name}: ${gist(message)}`;
}
