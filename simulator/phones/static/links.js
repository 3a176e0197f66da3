// What a link means on a phone: t.me links open chats, start bots, invite to groups; the rest opens in a new tab.

import { button, el } from "./dom.js";
import { chooseGroupFor, confirmJoin } from "./choices.js";
import { words } from "./words.js";

const HOSTS = ["t.me", "telegram.me", "www.t.me"];

// Returns {kind: "start"|"startgroup"|"join"|"chat"|"share"|"web"|"none", ...}.
export function meaning(address) {
  const link = URL.parse ? URL.parse(address) : parsed(address);
  if (!link) return { kind: "none" };
  if (link.protocol === "tg:") return ofTelegram(link.searchParams.get("domain") ?? "", link.searchParams, link);
  if (HOSTS.includes(link.hostname)) return ofTelegram(link.pathname.slice(1), link.searchParams, link);
  return ["http:", "https:", "mailto:"].includes(link.protocol)
    ? { kind: "web", address: link.href }
    : { kind: "none" };
}

function parsed(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

function ofTelegram(path, query, link) {
  if (path.startsWith("+") || path.startsWith("joinchat/")) return { kind: "join", link: link.href };
  if (link.hostname === "join") return { kind: "join", link: `https://t.me/+${query.get("invite")}` };
  if (path === "share/url" || link.hostname === "msg_url")
    return { kind: "share", text: [query.get("text"), query.get("url")].filter(Boolean).join("\n") };
  const username = path.split("/")[0];
  if (query.has("startgroup"))
    return { kind: "startgroup", username, payload: query.get("startgroup"), rights: query.get("admin") };
  if (query.has("start")) return { kind: "start", username, payload: query.get("start") };
  return username ? { kind: "chat", username } : { kind: "none" };
}

export async function follow(phone, address) {
  const { kind, ...where } = meaning(address);
  if (kind === "web") window.open(where.address, "_blank", "noopener,noreferrer");
  else if (kind === "join") confirmJoin(phone, where.link);
  else if (kind === "startgroup") chooseGroupFor(phone, where);
  else if (kind === "start" || kind === "chat") await openUsername(phone, kind, where);
  else if (kind === "share") phone.page.shareText(phone, where.text);
  else phone.toast(words().unknownLink);
}

async function openUsername(phone, kind, { username, payload }) {
  const bot = phone.page.botNamed(username);
  if (!bot) return phone.toast(words().unknownLink);
  phone.go(bot.chat);
  if (kind === "start") await phone.act("start", { chat: bot.chat, payload });
}

export function linkTo(phone, address, children) {
  const { kind } = meaning(address);
  const anchor = el(
    "a",
    {
      href: kind === "none" ? null : address,
      rel: "noopener noreferrer",
      title: kind === "web" ? words().external : null,
      onclick: (event) => takeOver(event, phone, address),
    },
    children,
  );
  return isInvitation(kind) ? el("span", { class: "invitation" }, anchor, elsewhere(phone, address)) : anchor;
}

function takeOver(event, phone, address) {
  event.preventDefault();
  follow(phone, address);
}

function isInvitation(kind) {
  return kind === "start" || kind === "join";
}

// A link is made to be passed on: this small button is the text message or the poster that carries it to somebody else.
function elsewhere(phone, address) {
  const props = { class: "elsewhere", data: { testid: "open-elsewhere" } };
  return button(words().linkElsewhere, "phone", () => phone.page.openElsewhere(phone, address), props);
}

export function passOn(phone, address) {
  return isInvitation(meaning(address).kind) ? elsewhere(phone, address) : null;
}
