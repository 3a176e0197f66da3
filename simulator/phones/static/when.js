// Times as a phone shows them: in the reader's own zone, 24-hour, in the page's language.

import { language } from "./preferences.js";

const LOCALES = { en: "en-GB", bg: "bg-BG" };
const formats = new Map();

function format(zone, options) {
  const key = JSON.stringify([language(), zone, options]);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(LOCALES[language()], { timeZone: zone || undefined, ...options }));
  }
  return formats.get(key);
}

export function clockTime(seconds, zone) {
  return format(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(seconds * 1000);
}

export function dayKey(seconds, zone) {
  return format(zone, { year: "numeric", month: "2-digit", day: "2-digit" }).format(seconds * 1000);
}

export function dayName(seconds, now, zone, words) {
  if (dayKey(seconds, zone) === dayKey(now, zone)) return words.today;
  if (dayKey(seconds, zone) === dayKey(now - 86400, zone)) return words.yesterday;
  return format(zone, { day: "numeric", month: "long", ...otherYear(seconds, now, zone) }).format(seconds * 1000);
}

export function shortTime(seconds, now, zone) {
  if (dayKey(seconds, zone) === dayKey(now, zone)) return clockTime(seconds, zone);
  if (now - seconds < 6 * 86400 && seconds <= now) return format(zone, { weekday: "short" }).format(seconds * 1000);
  return format(zone, { day: "numeric", month: "short", ...otherYear(seconds, now, zone) }).format(seconds * 1000);
}

// For the time bar: no year, as long as it is the one in which the visitor lives.
export function barTime(seconds, zone) {
  const options = {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...otherYear(seconds, Date.now() / 1000, zone),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  };
  return format(zone, options).format(seconds * 1000);
}

export function fullTime(seconds, zone) {
  const options = {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  };
  return format(zone, options).format(seconds * 1000);
}

function otherYear(seconds, now, zone) {
  const year = (at) => format(zone, { year: "numeric" }).format(at * 1000);
  return year(seconds) === year(now) ? {} : { year: "numeric" };
}

// Telegram's date_time formats: "r" (relative) or a mix of w (weekday), d/D (short/long date), t/T (short/long time).
export function entityTime(seconds, pattern, now, zone) {
  if (pattern === "r") return relative(seconds - now);
  const options = {};
  if (pattern.includes("w")) options.weekday = "long";
  if (pattern.includes("d")) Object.assign(options, { day: "2-digit", month: "2-digit", year: "numeric" });
  if (pattern.includes("D")) Object.assign(options, { day: "numeric", month: "long", year: "numeric" });
  if (/[tT]/.test(pattern)) Object.assign(options, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (pattern.includes("T")) options.second = "2-digit";
  return format(zone, options).format(seconds * 1000);
}

function relative(seconds) {
  const scale = [
    ["day", 86400],
    ["hour", 3600],
    ["minute", 60],
  ].find(([, size]) => Math.abs(seconds) >= size) ?? ["minute", 60];
  return new Intl.RelativeTimeFormat(LOCALES[language()], { numeric: "auto" }).format(
    Math.round(seconds / scale[1]),
    scale[0],
  );
}

export function span(seconds, words) {
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor((seconds % 86400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const parts = [
    days && `${days} ${words.d}`,
    hours && `${hours} ${words.h}`,
    !days && minutes && `${minutes} ${words.min}`,
  ];
  return parts.filter(Boolean).join(" ");
}
