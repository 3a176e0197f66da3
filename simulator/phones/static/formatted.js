// Telegram's formatting: text and entities (offsets in UTF-16 units, as JavaScript counts too) become nested elements.

import { el } from "./dom.js";
import { linkTo } from "./links.js";
import { entityTime, fullTime } from "./when.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

export function formatted(phone, text, entities = []) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nested(phone, text, ordered, 0, text.length);
}

function nested(phone, text, entities, from, to) {
  const nodes = [];
  let place = from;
  let rest = entities;
  while (rest.length > 0) {
    const [outer, ...others] = rest;
    const end = Math.min(outer.offset + outer.length, to);
    if (outer.offset > place) nodes.push(text.slice(place, outer.offset));
    const inside = others.filter((entity) => entity.offset < end);
    rest = others.filter((entity) => entity.offset >= end);
    nodes.push(element(phone, outer, text.slice(outer.offset, end), nested(phone, text, inside, outer.offset, end)));
    place = end;
  }
  if (place < to) nodes.push(text.slice(place, to));
  return nodes;
}

function element(phone, entity, text, children) {
  switch (entity.type) {
    case "spoiler":
      return spoiler(children);
    case "pre":
      return el("pre", { data: { language: entity.language ?? "" } }, el("code", {}, children));
    case "text_link":
      return linkTo(phone, entity.url, children);
    case "url":
      return linkTo(phone, /^[a-z]+:/i.test(text) ? text : `https://${text}`, children);
    case "mention":
      return linkTo(phone, `https://t.me/${text.slice(1)}`, children);
    case "bot_command":
      return el("button", { type: "button", class: "inline-link", onclick: () => phone.say(text) }, children);
    case "date_time":
      return dateTime(phone, entity, text);
    default:
      return el(TAGS[entity.type] ?? "span", {}, children);
  }
}

function spoiler(children) {
  const reveal = (event) => event.currentTarget.classList.add("revealed");
  return el(
    "span",
    {
      class: "spoiler",
      role: "button",
      tabindex: "0",
      onclick: reveal,
      onkeydown: (event) => event.key === "Enter" && reveal(event),
    },
    children,
  );
}

function dateTime(phone, { unix_time: seconds, date_time_format: pattern }, text) {
  const shown = pattern ? entityTime(seconds, pattern, phone.now(), phone.zone()) : text;
  const exact = new Date(seconds * 1000).toISOString();
  return el("time", { datetime: exact, title: `${fullTime(seconds, phone.zone())} · ${text}` }, shown);
}
