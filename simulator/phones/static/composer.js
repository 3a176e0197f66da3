// Where a person writes: text, replies and edits, attachments, the command menu, Start, and the reply keyboard.

import { attachMenu, attachSheet } from "./attachments.js";
import { button, el, icon, refill } from "./dom.js";
import { ReplyKeyboard } from "./reply_keyboard.js";
import { choice, openSheet } from "./sheets.js";
import { words } from "./words.js";

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.topic = null;
    this.about = null;
    this.forced = null;
    this.keyboard = new ReplyKeyboard(phone);
    this.box = this.#box();
    this.picker = this.#picker();
    this.menu = el(
      "button",
      {
        type: "button",
        class: "menu-button",
        "aria-label": words().commands,
        data: { testid: "commands" },
        onclick: () => this.#commands(),
      },
      icon("menu"),
      el("span", {}, "/"),
    );
    const hook = (testid) => ({ data: { testid } });
    this.toggle = button(words().keyboardToggle, "keyboard", () => this.keyboard.flip(), hook("toggle-keyboard"));
    this.send = button(words().send, "send", () => this.#send(), { class: "round send", ...hook("send") });
    const clip = button(words().attach, "attach", () => attachMenu(this), hook("attach"));
    const box = el("div", { class: "box" }, clip, this.box, this.toggle);
    this.strip = el("div", { class: "about", hidden: true });
    this.line = el("div", { class: "composer-line" }, this.menu, this.picker, box, this.send);
    this.gate = el("div", { class: "gate", hidden: true });
    this.root = el("footer", { class: "composer" }, this.strip, this.line, this.gate, this.keyboard.root);
  }

  #box() {
    return el("textarea", {
      rows: 1,
      class: "words",
      placeholder: words().message,
      "aria-label": words().message,
      data: { testid: "composer" },
      onkeydown: (event) => this.#key(event),
      oninput: () => this.#grow(),
      onpaste: (event) => this.#paste(event),
    });
  }

  #picker() {
    return el("input", {
      type: "file",
      multiple: true,
      class: "unseen",
      tabindex: "-1",
      "aria-hidden": "true",
      data: { testid: "attach-input" },
      onchange: () => this.#picked(),
    });
  }

  refresh(chat) {
    this.chat = chat;
    this.#gate(chat);
    this.menu.hidden = chat.commands.length === 0;
    this.keyboard.refresh(this.gate.hidden ? chat.keyboard : null);
    this.toggle.hidden = this.keyboard.isEmpty;
    this.box.placeholder = chat.keyboard?.placeholder || chat.force_reply?.placeholder || words().message;
    this.#force(chat.force_reply);
  }

  answer(message) {
    this.#about({ kind: "reply", message, title: words().replyTo(message.from.name) });
  }

  change(message) {
    this.#about({ kind: "edit", message, title: words().editing });
    this.box.value = message.text;
    this.#grow();
  }

  attach(files) {
    if (files.length > 0) attachSheet(this, files);
  }

  choose() {
    this.picker.click();
  }

  target() {
    const reply = this.about?.kind === "reply" ? this.about.message.id : null;
    return { chat: this.phone.chat, reply_to: reply, topic: this.topic };
  }

  settle() {
    this.#about(null);
    this.phone.toEnd();
  }

  focus() {
    this.box.focus({ preventScroll: true });
  }

  #gate(chat) {
    const deed = gateFor(chat);
    this.gate.hidden = deed === null;
    this.line.hidden = deed !== null;
    if (deed === null) return refill(this.gate);
    const [label, action, fields, name] = deed;
    refill(
      this.gate,
      action
        ? el(
            "button",
            {
              type: "button",
              class: "gate-button",
              data: { testid: name, focus: name },
              onclick: () => this.phone.act(action, { chat: this.phone.chat, ...fields }),
            },
            label,
          )
        : el("p", {}, label),
    );
  }

  #force(forced) {
    if (!forced || this.forced === forced.message) return;
    this.forced = forced.message;
    const message = this.phone.store.get(`message/${this.phone.person}/${this.phone.chat}/${forced.message}`);
    if (message) this.answer(message);
  }

  #about(about) {
    this.about = about;
    this.strip.hidden = about === null;
    if (about === null) return refill(this.strip);
    refill(
      this.strip,
      icon(about.kind === "edit" ? "check" : "reply"),
      el("span", { class: "about-lines" }, el("strong", {}, about.title), el("span", {}, about.message.text ?? "")),
      button(words().cancel, "close", () => this.#drop()),
    );
    this.focus();
  }

  #drop() {
    if (this.about?.kind === "edit") this.box.value = "";
    this.#about(null);
    this.#grow();
  }

  #key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "Escape" && this.about) {
      event.stopPropagation();
      this.#drop();
    }
  }

  async #send() {
    const text = this.box.value.trim();
    if (!text) return;
    const about = this.about;
    const target = this.target();
    this.box.value = "";
    this.#grow();
    this.settle();
    const sent =
      about?.kind === "edit"
        ? await this.phone.act("edit", { chat: target.chat, message: about.message.id, text })
        : await this.phone.act("say", { ...target, text });
    if (!sent && !this.box.value) this.box.value = text;
  }

  #grow() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 140)}px`;
    this.send.classList.toggle("ready", this.box.value.trim() !== "");
  }

  #paste(event) {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    this.attach(files);
  }

  #picked() {
    this.attach([...this.picker.files]);
    this.picker.value = "";
  }

  #commands() {
    const say = (command) => (close(), this.phone.act("say", { ...this.target(), text: command }));
    const rows = this.chat.commands.map(({ command, description }) =>
      choice(description, () => say(`/${command}`), { note: `/${command}`, data: { command } }),
    );
    const close = openSheet(this.phone.screen, words().commands, el("div", { class: "choices" }, rows));
  }
}

// What stands in place of the composer: Start in a fresh bot chat, Unblock, or a note that one is outside the group.
function gateFor(chat) {
  if (chat.kind === "bot" && chat.blocked) return [words().unblock, "unblock", {}, "unblock"];
  if (chat.kind === "bot" && !chat.started) return [words().start, "start", { payload: "" }, "start"];
  if (chat.kind !== "bot" && !chat.member) return [words().notMember, null, {}, "outside"];
  return null;
}
