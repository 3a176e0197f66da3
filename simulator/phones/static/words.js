// The page's own labels, in English and Bulgarian.

import { language } from "./preferences.js";

const EN = {
  title: "Phones", simulated: "A simulated Telegram on this machine", today: "Today", yesterday: "Yesterday", d: "d", h: "h", min: "min",
  now: "Now", hour: "+1 h", day: "+1 day", week: "+1 week", timeBar: "Time", clockNow: "The bot's clock",
  nowHint: "Back to real time", nowCannot: "Time only moves forward here", ahead: (span) => `${span} ahead`, moving: "Moving time…",
  people: "People", addPerson: "New person", addGroup: "New group", showPhone: (name) => `Show the phone of ${name}`, hidePhone: (name) => `Hide the phone of ${name}`,
  unread: (n) => `${n} unread`, phoneOf: (name) => `Phone of ${name}`, chats: "Chats", noChats: "No chats yet", findBot: "Open a link or find @username",
  findHint: "Paste a t.me link", open: "Open", back: "Back to chats", bot: "bot", group: "group", members: (n) => `${n} ${n === 1 ? "member" : "members"}`, notMember: "you are not in this group",
  start: "Start", restart: "Restart bot", blocked: "You blocked this bot", unblock: "Unblock", whatCan: "What can this bot do?", message: "Message", send: "Send", attach: "Attach",
  commands: "Commands", keyboardToggle: "Show or hide the keyboard", edited: "edited", pinned: "Pinned message", you: "You", forwarded: (name) => `Forwarded from ${name}`,
  photo: "Photo", album: "Album", document: "File", voice: "Voice message", sticker: "Sticker", video: "Video", poll: "Poll", location: "Location", contact: "Contact", audio: "Audio", animation: "GIF",
  download: "Download", reply: "Reply", edit: "Edit", remove: "Delete", copy: "Copy text", actions: "Message actions", replyTo: (name) => `Reply to ${name}`, editing: "Edit message", cancel: "Cancel", close: "Close",
  pickFiles: "Photos or files…", samplePhoto: "Sample photo", sampleDocument: "Sample document", sampleVoice: "Sample voice message", stickers: "Sticker", sendFiles: (n) => (n === 1 ? "Send 1 file" : `Send ${n} files as one album`), caption: "Caption", asFiles: "Send photos as files", addMore: "Add more", removeFile: (name) => `Remove ${name}`,
  dropHere: "Drop here to attach", block: "Block the bot", leave: "Leave group", clear: "Delete", groupInfo: "About this chat", makeAdmin: "Make admin", dismiss: "Remove admin rights", kick: "Remove", addMember: "Add a person", addBot: "Add the bot", upgrade: "Upgrade to supergroup", topicsOn: "Switch topics on", topicsOff: "Switch topics off", newTopic: "New topic", topics: "Topics", allTopics: "All", general: "General",
  creator: "owner", administrator: "admin", member: "member", supergroup: "supergroup", name: "Name", languageOf: "Language", create: "Create", chooseGroup: "Choose a group", orCreate: "or create a new one", chooseUsers: "Choose people", done: "Done", groupName: "Group name", join: "Join", joinRequest: "Ask to join", requested: "Request sent",
  linkElsewhere: "Open on another phone", newPhone: "A new person's phone", unknownLink: "This page cannot open that link.", offline: "Reconnecting…", vote: "Vote", votes: (n) => `${n} ${n === 1 ? "vote" : "votes"}`, anonymousPoll: "Anonymous poll", publicPoll: "Poll", retract: "Take back", tryThis: "Try this", hide: "Hide", theme: "Dark or light", pageLanguage: "Language of this page", settings: "Settings", newest: "Newest messages", newMessage: (who, where) => `New message from ${who} on the phone of ${where}`, react: "React", shareContact: "Share my contact", tooOld: "Not answered", pick: "Tap a person above to see their phone", seconds: "s", external: "Opens a web page in a new tab", asked: "asks to join", approve: "Approve", decline: "Decline", requests: "Join requests", inviteLink: "Invite link", showPeople: "People",
};

const BG = {
  title: "Телефони", simulated: "Симулиран Телеграм на този компютър", today: "Днес", yesterday: "Вчера", d: "д", h: "ч", min: "мин",
  now: "Сега", hour: "+1 ч", day: "+1 ден", week: "+1 седм.", timeBar: "Време", clockNow: "Часовникът на бота",
  nowHint: "Обратно към истинското време", nowCannot: "Тук времето върви само напред", ahead: (span) => `${span} напред`, moving: "Времето тече…",
  people: "Хора", addPerson: "Нов човек", addGroup: "Нова група", showPhone: (name) => `Покажи телефона на ${name}`, hidePhone: (name) => `Скрий телефона на ${name}`,
  unread: (n) => `${n} непрочетени`, phoneOf: (name) => `Телефонът на ${name}`, chats: "Чатове", noChats: "Още няма чатове", findBot: "Отвори връзка или намери @име",
  findHint: "Поставете връзка t.me", open: "Отвори", back: "Назад към чатовете", bot: "бот", group: "група", members: (n) => `${n} ${n === 1 ? "член" : "членове"}`, notMember: "не сте в тази група",
  start: "Започни", restart: "Започни отново", blocked: "Блокирахте този бот", unblock: "Отблокирай", whatCan: "Какво може този бот?", message: "Съобщение", send: "Изпрати", attach: "Прикачи",
  commands: "Команди", keyboardToggle: "Покажи или скрий клавиатурата", edited: "редактирано", pinned: "Закачено съобщение", you: "Вие", forwarded: (name) => `Препратено от ${name}`,
  photo: "Снимка", album: "Албум", document: "Файл", voice: "Гласово съобщение", sticker: "Стикер", video: "Видео", poll: "Анкета", location: "Място", contact: "Контакт", audio: "Аудио", animation: "GIF",
  download: "Изтегли", reply: "Отговори", edit: "Редактирай", remove: "Изтрий", copy: "Копирай текста", actions: "Действия със съобщението", replyTo: (name) => `Отговор до ${name}`, editing: "Редактиране", cancel: "Отказ", close: "Затвори",
  pickFiles: "Снимки или файлове…", samplePhoto: "Примерна снимка", sampleDocument: "Примерен документ", sampleVoice: "Примерно гласово съобщение", stickers: "Стикер", sendFiles: (n) => (n === 1 ? "Изпрати 1 файл" : `Изпрати ${n} файла като албум`), caption: "Надпис", asFiles: "Изпрати снимките като файлове", addMore: "Добави още", removeFile: (name) => `Махни ${name}`,
  dropHere: "Пуснете тук, за да прикачите", block: "Блокирай бота", leave: "Напусни групата", clear: "Изтрий", groupInfo: "За този чат", makeAdmin: "Направи админ", dismiss: "Отнеми правата", kick: "Премахни", addMember: "Добави човек", addBot: "Добави бота", upgrade: "Направи супергрупа", topicsOn: "Включи темите", topicsOff: "Изключи темите", newTopic: "Нова тема", topics: "Теми", allTopics: "Всички", general: "Общи",
  creator: "собственик", administrator: "админ", member: "член", supergroup: "супергрупа", name: "Име", languageOf: "Език", create: "Създай", chooseGroup: "Изберете група", orCreate: "или създайте нова", chooseUsers: "Изберете хора", done: "Готово", groupName: "Име на групата", join: "Влез", joinRequest: "Поискай да влезеш", requested: "Заявката е изпратена",
  linkElsewhere: "Отвори на друг телефон", newPhone: "Телефон на нов човек", unknownLink: "Страницата не може да отвори тази връзка.", offline: "Свързване…", vote: "Гласувай", votes: (n) => `${n} ${n === 1 ? "глас" : "гласа"}`, anonymousPoll: "Анонимна анкета", publicPoll: "Анкета", retract: "Оттегли гласа", tryThis: "Опитайте", hide: "Скрий", theme: "Тъмно или светло", pageLanguage: "Език на страницата", settings: "Настройки", newest: "Най-новите съобщения", newMessage: (who, where) => `Ново съобщение от ${who} на телефона на ${where}`, react: "Реакция", shareContact: "Сподели моя контакт", tooOld: "Няма отговор", pick: "Докоснете човек горе, за да видите телефона му", seconds: "с", external: "Отваря уебстраница в нов раздел", asked: "иска да влезе", approve: "Одобри", decline: "Откажи", requests: "Заявки за влизане", inviteLink: "Връзка за покана", showPeople: "Хора",
};

const SERVICE = {
  en: {
    created: (who, what) => `${who} created the group “${what}”`, joined: (who) => `${who} joined the group`, added: (who, what) => `${who} added ${what}`, left: (who) => `${who} left the group`, removed: (who, what) => `${who} removed ${what}`,
    title: (who, what) => `${who} renamed the group “${what}”`, pinned: (who, what) => `${who} pinned “${what}”`, migrated: () => "The group was upgraded to a supergroup", topic: (who, what) => `Topic “${what}” was created`, chat_shared: (who, what) => `${who} shared the group “${what}”`, users_shared: (who, what) => `${who} shared ${what}`,
    joined_by_link: (who) => `${who} joined by an invite link`, joined_by_request: (who) => `${who} was accepted to the group`, write_access: (who) => `${who} allowed the bot to write`, topic_closed: () => "The topic was closed", topic_reopened: () => "The topic was reopened", other: (who, what) => what,
  },
  bg: {
    created: (who, what) => `${who} създаде групата „${what}“`, joined: (who) => `${who} влезе в групата`, added: (who, what) => `${who} добави ${what}`, left: (who) => `${who} напусна групата`, removed: (who, what) => `${who} премахна ${what}`,
    title: (who, what) => `${who} преименува групата на „${what}“`, pinned: (who, what) => `${who} закачи „${what}“`, migrated: () => "Групата стана супергрупа", topic: (who, what) => `Създадена е тема „${what}“`, chat_shared: (who, what) => `${who} сподели групата „${what}“`, users_shared: (who, what) => `${who} сподели ${what}`,
    joined_by_link: (who) => `${who} влезе с връзка за покана`, joined_by_request: (who) => `${who} беше приет(а) в групата`, write_access: (who) => `${who} разреши на бота да пише`, topic_closed: () => "Темата е затворена", topic_reopened: () => "Темата е отворена отново", other: (who, what) => what,
  },
};

export function words() {
  return language() === "bg" ? BG : EN;
}

export function serviceText({ kind, who, what }) {
  const phrases = SERVICE[language()];
  return (phrases[kind] ?? phrases.other)(who, what);
}
