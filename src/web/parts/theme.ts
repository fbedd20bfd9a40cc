// The choice of colours: light, dark, or as the system has it; kept in this browser.

/** The choices, in the order in which the button goes through them. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const store = "dragoman.theme";

/** The choice that was made. */
export const themeNow = (): Theme => themes.find((one) => one === localStorage.getItem(store)) ?? "system";

/** Makes a choice and returns it. */
export const setTheme = (theme: Theme): Theme => {
  localStorage.setItem(store, theme);
  showTheme();
  return theme;
};

/** Puts the choice on the page. */
export const showTheme = (): void => {
  const theme = themeNow();
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};
