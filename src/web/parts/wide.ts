// The width of the window -> whether there is room for a margin beside a text.
import { useEffect, useState } from "preact/hooks";

const query = "(min-width: 62rem)";

/** True where there is room. */
export const useWide = (): boolean => {
  const [wide, setWide] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const changed = () => setWide(list.matches);
    list.addEventListener("change", changed);
    return () => list.removeEventListener("change", changed);
  }, []);
  return wide;
};
