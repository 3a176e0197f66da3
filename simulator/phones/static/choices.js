// Sheets in which a person picks a group or people: for links, and for the buttons of a reply keyboard that ask for them.

import { avatar, el, icon } from "./dom.js";
import { choice, field, openSheet } from "./sheets.js";
import { words } from "./words.js";

export function groupsOf(phone) {
  const { chats } = phone.store.get(`phone/${phone.person}`) ?? { chats: [] };
  return chats.filter((chat) => chat.kind !== "bot");
}

export function chooseGroupFor(phone, { username, payload, rights }) {
  const bot = phone.page.botNamed(username);
  if (!bot) return phone.toast(words().unknownLink);
  chooseGroup(phone, groupsOf(phone), async (where) => {
    const answer = await phone.act("start_group", { payload, rights, ...where });
    if (answer) phone.go(answer.chat);
  });
}

export function shareChat(phone, offers, give) {
  chooseGroup(
    phone,
    groupsOf(phone).filter(({ chat }) => offers.includes(chat)),
    give,
  );
}

function chooseGroup(phone, offered, chosen) {
  const pick = (where) => {
    close();
    chosen(where);
  };
  const groups = offered.map((group) =>
    choice(group.title, () => pick({ group: group.chat }), {
      picture: avatar(group),
      note: words()[group.kind],
      data: { choice: group.title },
    }),
  );
  const { input, row } = field(words().groupName, { data: { testid: "new-group" }, maxlength: 128, required: true });
  const form = el(
    "form",
    { class: "sheet-form", onsubmit: (event) => submitted(event, () => pick({ title: input.value.trim() })) },
    row,
    el("button", { class: "primary", data: { testid: "create-group" } }, words().create),
  );
  const close = openSheet(
    phone.screen,
    words().chooseGroup,
    el("div", { class: "choices" }, groups),
    el("p", { class: "sheet-note" }, words().orCreate),
    form,
  );
}

export function shareUsers(phone, most, give) {
  const chosen = new Set();
  const people = phone.page.people().filter((person) => person.id !== phone.person);
  const rows = people.map((person) =>
    choice(person.name, (event) => toggle(event, chosen, person.id, most), {
      picture: avatar(person),
      note: person.role,
      "aria-pressed": "false",
      data: { choice: person.name },
    }),
  );
  const finish = async () => {
    close();
    await give({ users: [...chosen] });
  };
  const close = openSheet(
    phone.screen,
    words().chooseUsers,
    el("div", { class: "choices" }, rows),
    el(
      "button",
      { type: "button", class: "primary", data: { testid: "share-users" }, onclick: () => chosen.size > 0 && finish() },
      words().done,
    ),
  );
}

function toggle(event, chosen, id, most) {
  const row = event.currentTarget;
  if (!chosen.delete(id)) {
    if (chosen.size >= most) return;
    chosen.add(id);
  }
  row.setAttribute("aria-pressed", String(chosen.has(id)));
}

export function forwardTo(phone, message) {
  const send = async (to) => {
    close();
    const answer = await phone.act("forward", { chat: phone.chat, message: message.id, to });
    if (answer) phone.go(answer.chat);
  };
  const bots = phone.page.bots().map((bot) => ({ ...bot, title: bot.name }));
  const rows = [...bots, ...groupsOf(phone)].map((chat) =>
    choice(chat.title, () => send(chat.chat), { picture: avatar(chat), data: { choice: chat.title } }),
  );
  const close = openSheet(phone.screen, words().forward, el("div", { class: "choices" }, rows));
}

export async function confirmJoin(phone, link) {
  const invitation = await phone.act("look_at_link", { link });
  if (!invitation) return;
  if (invitation.member) return phone.go(invitation.chat);
  const join = async () => {
    close();
    const answer = await phone.act("join", { link });
    if (answer?.requested) phone.toast(words().requested);
    else if (answer) phone.go(answer.chat);
  };
  const label = invitation.asks ? words().joinRequest : words().join;
  const head = el(
    "div",
    { class: "invitation-head" },
    avatar(invitation, "large"),
    el("strong", {}, invitation.title),
    el("small", {}, words().members(invitation.members)),
  );
  const close = openSheet(
    phone.screen,
    invitation.title,
    head,
    el("button", { type: "button", class: "primary", autofocus: true, data: { testid: "join" }, onclick: join }, label),
  );
}

export function choosePerson(phone, title, people, chosen, { fresh = null } = {}) {
  const pick = (person) => {
    close();
    chosen(person);
  };
  const rows = people.map((person) =>
    choice(person.name, () => pick(person), {
      picture: avatar(person),
      note: person.role,
      data: { choice: person.name },
    }),
  );
  const more =
    fresh &&
    choice(words().newPhone, () => (close(), fresh()), {
      picture: el("span", { class: "avatar plain" }, icon("add")),
      data: { choice: "new" },
    });
  const close = openSheet(phone.screen, title, el("div", { class: "choices" }, more, rows));
}

export function submitted(event, then) {
  event.preventDefault();
  then();
}
