// The page: time bar, people, hints and the phones that are shown, kept up to date from the live store.

import { button, el, icon, refill, arrange } from "./dom.js";
import { choosePerson } from "./choices.js";
import { Hints } from "./hints.js";
import { follow } from "./links.js";
import { Live } from "./live.js";
import { newPersonSheet } from "./newcomers.js";
import { PeopleStrip } from "./people_strip.js";
import { Phone } from "./phone.js";
import {
  applyTheme,
  chooseLanguage,
  chooseTheme,
  isDark,
  language,
  phonesInAddress,
  rememberPhones,
  room,
} from "./preferences.js";
import { toast } from "./sheets.js";
import { Store } from "./store.js";
import { TimeBar } from "./time_bar.js";
import { words } from "./words.js";

class Page {
  constructor(root) {
    this.root = root;
    this.store = new Store();
    this.phones = phonesInAddress()
      .slice(0, room())
      .map((shown) => new Phone(this, shown));
    this.#build();
    this.store.onchange((keys) => this.#changed(keys));
    this.live = new Live(this.store, (connected) => (this.offline.hidden = connected));
    this.live.show(this.#shownPhones());
    addEventListener("resize", () => this.#fit());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", applyTheme);
  }

  people() {
    return (this.store.get("people") ?? []).map((person) => ({ ...person, role: person.role?.[language()] ?? "" }));
  }

  bots() {
    return this.store.get("bots") ?? [];
  }

  botNamed(username) {
    return this.bots().find((bot) => bot.username.toLowerCase() === username.toLowerCase());
  }

  shown() {
    return this.phones.map(({ person }) => person);
  }

  now() {
    return this.store.now();
  }

  toggle(person) {
    if (!this.shown().includes(person)) return this.show(person);
    if (this.phones.length > 1) {
      this.phones = this.phones.filter((phone) => phone.person !== person);
      this.moved();
    }
  }

  show(person, chat = null) {
    const open = this.phones.find((phone) => phone.person === person);
    if (!open) this.phones.push(new Phone(this, { person, chat }));
    this.phones = this.phones.slice(-room());
    this.moved();
    if (open && chat !== null) open.go(chat);
    return this.phones.find((phone) => phone.person === person);
  }

  moved() {
    rememberPhones(this.#shownPhones());
    this.live?.show(this.#shownPhones());
    this.#arrange();
  }

  openElsewhere(phone, address) {
    const others = this.people().filter(({ id }) => id !== phone.person);
    const open = (person) => follow(this.show(person), address);
    choosePerson(phone, words().linkElsewhere, others, ({ id }) => open(id), {
      fresh: () => newPersonSheet(this, document.body, open),
    });
  }

  shareText(phone, text) {
    choosePerson(
      phone,
      words().linkElsewhere,
      this.people().filter(({ id }) => id !== phone.person),
      ({ id }) => follow(this.show(id), /https?:\S+/.exec(text)?.[0] ?? text),
    );
  }

  tell(text) {
    toast(document.body, text);
  }

  announce(phone, text) {
    document.getElementById("news").textContent = `${phone.who().name}: ${text}`;
  }

  #shownPhones() {
    return this.phones.map(({ person, chat }) => ({ person, chat }));
  }

  #changed(keys) {
    if (this.phones.length === 0 && this.people().length > 0) this.#first();
    this.#arrange();
    if (keys.includes("clock")) this.time.refresh();
    if (keys.includes("hints")) this.hints.refresh();
    for (const phone of this.phones) phone.refresh(keys);
  }

  #first() {
    const hinted = (this.store.get("hints") ?? []).map(({ person, chat }) => [person, chat]);
    const chats = new Map([...this.people().map(({ id }) => [id, null]), ...hinted.toReversed()]);
    const wanted = [...new Set([...hinted.map(([person]) => person), ...chats.keys()])].slice(0, Math.min(room(), 3));
    this.phones = wanted.map((person) => new Phone(this, { person, chat: chats.get(person) }));
    this.moved();
  }

  #fit() {
    if (this.phones.length <= room()) return;
    this.phones = this.phones.slice(-room());
    this.moved();
  }

  #arrange() {
    this.strip.refresh();
    const roots = this.phones.map((phone) => phone.root);
    arrange(this.desk, roots.length > 0 ? roots : [this.nobody]);
  }

  #build() {
    applyTheme();
    document.documentElement.lang = language();
    document.title = words().title;
    this.time = new TimeBar(this);
    this.strip = new PeopleStrip(this);
    this.hints = new Hints(this);
    this.desk = el("main", { class: "desk" });
    this.nobody = el("p", { class: "nobody" }, words().nobody);
    this.offline = el("div", { class: "offline", role: "status", hidden: true }, words().offline);
    const title = el("h1", { class: "brand", title: words().simulated }, icon("phone"), el("span", {}, words().title));
    refill(
      this.root,
      el("header", { class: "top" }, title, this.time.root, this.#chrome()),
      this.strip.root,
      this.hints.root,
      this.desk,
      this.offline,
    );
  }

  #chrome() {
    const tongues = ["en", "bg"].map((code) =>
      el(
        "button",
        {
          type: "button",
          class: "tongue",
          "aria-pressed": String(language() === code),
          lang: code,
          data: { testid: `language-${code}` },
          onclick: () => this.#speak(code),
        },
        code.toUpperCase(),
      ),
    );
    const shade = button(words().theme, isDark() ? "sun" : "moon", () => this.#shade(), { data: { testid: "theme" } });
    return el(
      "div",
      { class: "chrome" },
      el("div", { class: "tongues", role: "group", "aria-label": words().pageLanguage }, tongues),
      shade,
    );
  }

  #speak(code) {
    chooseLanguage(code);
    this.#rebuild();
  }

  #shade() {
    chooseTheme(isDark() ? "light" : "dark");
    this.#rebuild();
  }

  #rebuild() {
    this.phones = this.#shownPhones().map((shown) => new Phone(this, shown));
    this.#build();
    this.#changed(["clock", "people", "hints", ...this.shown().map((person) => `phone/${person}`)]);
  }
}

new Page(document.getElementById("page"));
