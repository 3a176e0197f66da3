// The scrolling list of messages: keyed, so that an edited card changes in place; it stays at the bottom when it was there.

import { announcement, bubbleFor, fillBubble } from "./bubbles.js";
import { arrange, button, el } from "./dom.js";
import { dayKey, dayName } from "./when.js";
import { words } from "./words.js";

const NEAR = 60;

export class MessageList {
  constructor(phone) {
    this.phone = phone;
    this.nodes = new Map();
    this.topic = null;
    this.atEnd = true;
    this.top = 0;
    this.inner = el("div", { class: "messages-inner", role: "log", "aria-live": "off" });
    this.scroller = el(
      "div",
      { class: "messages", tabindex: "0", role: "region", onscroll: () => this.#scrolled() },
      this.inner,
    );
    this.newest = button(words().newest, "down", () => this.toEnd(), { class: "round newest", hidden: true });
    this.root = el("div", { class: "messages-frame" }, this.scroller, this.newest);
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.inner);
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.scroller);
  }

  refresh(chat) {
    this.scroller.setAttribute("aria-label", chat.title);
    const messages = this.#messages(chat);
    const wanted = [];
    const used = new Set();
    messages.forEach((message, place) => this.#place(wanted, used, chat, messages, message, place));
    for (const key of this.nodes.keys()) if (!used.has(key)) this.nodes.delete(key);
    arrange(this.inner, wanted);
    if (this.atEnd) this.toEnd();
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.atEnd = true;
    this.newest.hidden = true;
  }

  scrollTo(id) {
    const target = this.inner.querySelector(`[data-message="${id}"]`);
    target?.scrollIntoView({ block: "center", behavior: "smooth" });
    target?.animate?.([{ background: "var(--flash)" }, { background: "transparent" }], 1400);
  }

  #messages(chat) {
    const all = [...this.phone.store.under(`message/${this.phone.person}/${this.phone.chat}`).values()].sort(
      (a, b) => a.id - b.id,
    );
    const topic = this.topic;
    return chat.topics.length > 0 && topic !== null ? all.filter((message) => (message.topic ?? 1) === topic) : all;
  }

  #place(wanted, used, chat, messages, message, place) {
    const [before, after] = [messages[place - 1], messages[place + 1]];
    const zone = this.phone.zone();
    if (!before || dayKey(before.at, zone) !== dayKey(message.at, zone)) this.#day(wanted, used, message, zone);
    const around = {
      withFaces: chat.kind !== "bot",
      first: !together(before, message),
      last: !together(message, after),
    };
    const node = this.#node(message, around);
    used.add(message.id);
    if (!message.album) return wanted.push(node);
    this.#album(wanted, used, message, before, node);
  }

  #day(wanted, used, message, zone) {
    const key = `day ${dayKey(message.at, zone)}`;
    const node = this.nodes.get(key)?.node ?? el("div", { class: "day" });
    node.textContent = dayName(message.at, this.phone.now(), zone, words());
    this.nodes.set(key, { node });
    used.add(key);
    wanted.push(node);
  }

  #album(wanted, used, message, before, node) {
    const key = `album ${message.album}`;
    const known = this.nodes.get(key) ?? { node: el("div", { data: { album: message.album } }), parts: [] };
    known.node.className = `album ${message.mine ? "mine" : "theirs"} ${message.photo ? "of-photos" : "of-files"}`;
    this.nodes.set(key, known);
    used.add(key);
    if (before?.album === message.album) known.parts.push(node);
    else {
      known.parts = [node];
      wanted.push(known.node);
    }
    arrange(known.node, known.parts);
  }

  #node(message, around) {
    const content = JSON.stringify([message, around]);
    const known = this.nodes.get(message.id);
    if (known?.content === content) return known.node;
    const node = known?.node ?? bubbleFor(this.phone, message, around);
    if (known) fillBubble(this.phone, node, message, around);
    else this.#announce(message);
    this.nodes.set(message.id, { node, content });
    return node;
  }

  #announce(message) {
    if (this.phone.settled && !message.mine) this.phone.page.announce(this.phone, announcement(message));
  }

  #scrolled() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR;
    // Pictures that arrive and keyboards that open move the end away; only a person's own scrolling up leaves it.
    if (isNear || scrollTop < this.top - 1) this.atEnd = isNear;
    this.top = scrollTop;
    this.newest.hidden = this.atEnd;
  }
}

function together(one, next) {
  if (!one || !next || one.service || next.service) return false;
  return one.from.id === next.from.id && next.at - one.at < 300;
}
