// Imported before the program, which reads its language while it loads: the site's own, unless the editor chose one.

const PREFERENCES = "sveltia-cms.prefs";
const AS_THE_BROWSER = "auto";

const { locale = AS_THE_BROWSER, ...rest } = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
if (locale === AS_THE_BROWSER) {
  localStorage.setItem(PREFERENCES, JSON.stringify({ ...rest, locale: document.documentElement.lang }));
}
