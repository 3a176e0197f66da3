// What the visitor chose for the page itself (language, theme) and which phones are open; the latter lives in the address.

const LANGUAGES = ["en", "bg"];

export function language() {
  const chosen = localStorage.getItem("phones.language");
  if (LANGUAGES.includes(chosen)) return chosen;
  return navigator.language.toLowerCase().startsWith("bg") ? "bg" : "en";
}

export function chooseLanguage(code) {
  localStorage.setItem("phones.language", code);
  document.documentElement.lang = code;
}

export function isDark() {
  const chosen = localStorage.getItem("phones.theme");
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

export function chooseTheme(theme) {
  localStorage.setItem("phones.theme", theme);
  applyTheme();
}

export function applyTheme() {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
}

export function isSmall() {
  return matchMedia("(max-width: 600px)").matches;
}

export function room() {
  if (isSmall()) return 1;
  return Math.max(1, Math.min(4, Math.floor((innerWidth - 16) / 330)));
}

// "#7@b900,8" means: person 7 with chat b900 open, then person 8 with the list of chats.
export function phonesInAddress() {
  const parts = location.hash.slice(1).split(",").filter(Boolean);
  return parts.map((part) => {
    const [person, chat] = part.split("@");
    return { person: Number(person), chat: chat ?? null };
  });
}

export function rememberPhones(phones) {
  const parts = phones.map(({ person, chat }) => (chat === null ? `${person}` : `${person}@${chat}`));
  history.replaceState(null, "", `#${parts.join(",")}`);
}
