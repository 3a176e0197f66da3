// About a chat: block the bot; or the group's members, rights, topics, requests to join, and what becomes of the group.

import { avatar, el } from "./dom.js";
import { choosePerson, submitted } from "./choices.js";
import { choice, field, openSheet } from "./sheets.js";
import { words } from "./words.js";

export function chatSheet(phone, chat) {
  const then = (action) => () => (close(), action());
  const content = chat.kind === "bot" ? aboutBot(phone, chat, then) : aboutGroup(phone, chat, then);
  const close = openSheet(phone.screen, chat.title, ...content);
}

function aboutBot(phone, chat, then) {
  const act = (action) => then(() => phone.act(action, { chat: phone.chat }));
  const block = chat.blocked
    ? choice(words().unblock, act("unblock"), { data: { deed: "unblock" } })
    : choice(words().block, act("block"), { class: "choice danger", data: { deed: "block" } });
  return [
    el("p", { class: "sheet-note" }, chat.description || `@${chat.username}`),
    el("div", { class: "choices" }, block),
  ];
}

function aboutGroup(phone, chat, then) {
  const mine = chat.member && chat.rights;
  const members = chat.people.map((member) => memberRow(phone, chat, member, mine, then));
  const requests = mine ? chat.requests.map((asking) => requestRow(phone, asking, then)) : [];
  return [
    requests.length > 0 && el("p", { class: "sheet-note" }, words().requests),
    el("div", { class: "choices" }, requests),
    el("p", { class: "sheet-note" }, `${words()[chat.kind]} · ${words().members(chat.people.length)}`),
    el("div", { class: "members" }, members),
    el(
      "div",
      { class: "choices" },
      mine ? groupDeeds(phone, chat, then) : [],
      chat.member &&
        choice(
          words().leave,
          then(() => phone.act("leave", { chat: phone.chat })),
          { class: "choice danger", data: { deed: "leave" } },
        ),
    ),
    mine && chat.topics.length > 0 && topicForm(phone, then),
  ].filter(Boolean);
}

function memberRow(phone, chat, member, mine, then) {
  const act = (action) => then(() => phone.act(action, { chat: phone.chat, member: member.id }));
  const rank = member.standing === "administrator" ? ["dismiss", words().dismiss] : ["promote", words().makeAdmin];
  const deeds =
    mine && member.standing !== "creator" && member.id !== phone.person
      ? [small(rank[1], act(rank[0]), rank[0]), small(words().kick, act("remove"), "remove")]
      : [];
  const lines = el(
    "span",
    { class: "choice-lines" },
    el("span", {}, member.name),
    el("small", {}, member.bot ? `${words().bot} · ${words()[member.standing]}` : words()[member.standing]),
  );
  return el("div", { class: "member", data: { member: member.name } }, avatar(member), lines, deeds);
}

function requestRow(phone, asking, then) {
  const act = (approve) => then(() => phone.act("answer_request", { chat: phone.chat, member: asking.id, approve }));
  return el(
    "div",
    { class: "member", data: { member: asking.name } },
    avatar(asking),
    el("span", { class: "choice-lines" }, el("span", {}, asking.name), el("small", {}, words().asked)),
    small(words().approve, act(true), "approve"),
    small(words().decline, act(false), "decline"),
  );
}

function small(label, onclick, deed) {
  return el("button", { type: "button", class: "quiet", data: { deed }, onclick }, label);
}

function groupDeeds(phone, chat, then) {
  const act = (action, fields = {}) => then(() => phone.act(action, { chat: phone.chat, ...fields }));
  const outside = phone.page.people().filter((person) => !chat.people.some((member) => member.id === person.id));
  const bot = phone.page.bots().find((each) => !chat.people.some((member) => member.id === each.id));
  const add = then(() =>
    choosePerson(phone, words().addMember, outside, (person) =>
      phone.act("add_member", { chat: phone.chat, member: person.id }),
    ),
  );
  return [
    outside.length > 0 && choice(words().addMember, add, { data: { deed: "add-member" } }),
    bot &&
      choice(`${words().addBot} (@${bot.username})`, act("add_member", { member: bot.id }), {
        data: { deed: "add-bot" },
      }),
    chat.kind === "group" && choice(words().upgrade, act("upgrade"), { data: { deed: "upgrade" } }),
    choice(
      chat.topics.length > 0 ? words().topicsOff : words().topicsOn,
      act("topics", { on: chat.topics.length === 0 }),
      { data: { deed: "topics" } },
    ),
    choice(
      words().inviteLink,
      then(() => showLink(phone)),
      { data: { deed: "invite-link" } },
    ),
  ];
}

async function showLink(phone) {
  const answer = await phone.act("invite_link", { chat: phone.chat });
  if (answer) phone.page.openElsewhere(phone, answer.link);
}

function topicForm(phone, then) {
  const { input, row } = field(words().newTopic, { maxlength: 128, required: true });
  const create = (event) =>
    submitted(
      event,
      then(() => phone.act("new_topic", { chat: phone.chat, name: input.value.trim() })),
    );
  return el("form", { class: "sheet-form", onsubmit: create }, row, el("button", { class: "quiet" }, words().create));
}
