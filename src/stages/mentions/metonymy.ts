// Whether a capital or a seat of power stands for its government ("sided with Kyiv") or is just a place ("in Kyiv").
import { joined, lower, pick, type Scene } from "./scene.ts";

const placePrepositions = new Set(
  "in at near around outside inside into through throughout via above across toward towards upon north south east west off downtown central".split(
    " ",
  ),
);
const actorPrepositions = new Set("with by against between among despite on for like than".split(" "));
const partyWords =
  /^(?:ties|relations|relationship|talks|dialogue|pressure|sanctions|support|aid|weapons|arms|assistance|help|message|signal|warning|ultimatum|concessions?|loyal|allied|close|closer|threat|threats|deliveries|appeal|proposal|offer|letter|note|answer|response|according|thanks|grateful|loans?|funding|supplies|guarantees|blow|rival|hostile|friendly|subservient|ally|allies|due|addressed|linked|tied|opposed|deal|agreement|alliance|peace|war|accord)$/;
const partyVerbs =
  /^(?:side|sid|warn|urg|accus|blam|press|pressur|call|phon|telephon|ask|tell|told|criticiz|criticis|condemn|sanction|support|back|arm|help|assur|inform|engag|thank|prais|threaten|provok|embarrass|anger|oblig|forc|push|allow|want|expect|join|attack|isolat|punish|challeng|persuad|convinc|consult|notif|reassur|demand|prod|deter|respond|appeal|turn|belong|sell|sold|deliver|report|give|gave|provid|suppl|offer|lend|send|sent|return)/;
const placeNouns =
  /^(?:airports?|streets?|mayor|suburbs?|museums?|hospitals?|schools?|church|churches|cathedral|harbou?r|port|market|markets|cent(?:er|re)|outskirts|embassy|consulate|skies|airspace|residents|inhabitants|population|climate|weather|bridges?|buildings?|neighbou?rhoods?|region|district|area|hotel|office|summit|conference|forum|metro|station|university|stadium|court|meeting|talks|visit|neighborhood|post|times|treaty|accords?|agreements?|protocol|zoo|park|police|resident|residents|correspondent|bureau|subway|square|skyline|museum|d\.c\.|dc|state|lawn|grounds|garden|rose|dinner|ceremony|time)$/;

/** "a White House readout": whose paper it is. */
const paperNouns = /^(?:readouts?|statements?|communiqu[eé]s?)$/;

/** True where the capital or seat at `first`..`last` acts or is acted on as its government. */
export const standsForState = (scene: Scene, first: number, last: number, seat: boolean): boolean => {
  const next = lower(scene, last + 1, first);
  if (next === "-" || next === "\u2013" || next === "\u2014") {
    if (next !== "-" || scene.words[last + 1]!.start === scene.words[last]!.end)
      return paired(scene, first, last);
    return false;
  }
  if (next === "(" && /^(?:reuters|ap|afp|dpa|cnn|tass|xinhua|ctk)$/.test(lower(scene, last + 2, first)))
    return false;
  if (dateline(scene, first, last)) return false;
  if (placeNouns.test(next)) return false;
  if (paperNouns.test(next)) return true;
  if (next === "," && isState(scene, last + 2)) return false;
  if (/^['\u2019]s$/.test(next)) return ownsDeed(scene, first, last);
  const previous = before(scene, first, closesClause(scene, first, last));
  if (placePrepositions.has(previous.word) && previous.word !== "at") return false;
  if (actorPrepositions.has(previous.word))
    return (
      previous.word !== "for" ||
      !/^(?:left|leave|leaves|leaving|depart|departed|bound|departs)$/.test(previous.governor)
    );
  if (previous.word === "from")
    return /^(?:accusations?|allegations?|offers?|invitation|requests?|proposals?|objections?|criticism|denials?|promises?|commitments?|concessions?|interference|influence|reply|calls?|appeals?|protests?|instructions?|permission|backing|pushback|opposition|condemnation|rebuke|pressure|support|message|signal|aid|response|threat|threats|warning|demands?|approval|statement|reaction|independence|orders|independent|weapons|assurances|guarantees|word|letter|comment)$/.test(
      previous.governor,
    );
  if (previous.word === "to") return partyWords.test(previous.governor) || partyVerbs.test(previous.governor);
  if (previous.word === "of")
    return (
      seat ||
      /^(?:request|requests|initiative|position|goodwill|insistence|behest|suggestion|invitation|mention|view|views|stance|will|role|interest|interests|influence|efforts?|decision|criticism|urging|readiness|refusal|intention|intentions|shadow|orbit|grip|expense|benefit|favou?r|disposal|mediation|auspices|orders?|dislike|fear|distrust|suspicions?|tolerance|wary|weary|capable|ally|allies|supporters?|critics?|support|policy|side|part|part|enemies|behalf|friend|help|consent|approval|instead|authority|representatives|government|demands|leaders|actions|hand|control|opponents?|backers?|partners?)$/.test(
        previous.governor,
      )
    );
  if (previous.word === "at" || previous.word === "against")
    return /^(?:back|out|aimed|angry|anger|fury|directed|jab|swipe|dig)$/.test(previous.governor);
  return actsHere(scene, first, last) || partyVerbs.test(previous.word);
};

/** "PARIS/MOSCOW, Feb 21 -": a sentence that starts with a city in capitals. */
const dateline = (scene: Scene, first: number, last: number): boolean => {
  for (let at = first; at <= last; at++) if (/\p{Ll}/u.test(scene.words[at]!.text)) return false;
  const start = scene.words[first]!.sentence;
  for (let at = first - 1; at >= 0 && scene.words[at]!.sentence === start; at--)
    if (/\p{Ll}/u.test(scene.words[at]!.text)) return false;
  return last - first >= 0 && scene.words[first]!.text.length > 3;
};

/** "at Seoul's suggestion", "opposed Tokyo's plan", but not "in Tokyo's suburbs", "London's Heathrow". */
const ownsDeed = (scene: Scene, first: number, last: number): boolean => {
  const owned = scene.words[scene.words[last]!.head];
  const noun = owned && owned.index > last + 1 ? owned : scene.words[last + 2];
  if (!noun || !joined(scene, last + 1)) return false;
  if (placeNouns.test(noun.text.toLowerCase()) || placeNouns.test(lower(scene, last + 2, first)))
    return false;
  return noun.upos !== "PROPN" || !placePrepositions.has(before(scene, first).word);
};

const isState = (scene: Scene, at: number): boolean => pick(scene.hit(at), "state")?.use === "name";

/** "the Moscow-Kyiv talks": a pair of capitals is a pair of states. */
const paired = (scene: Scene, first: number, last: number): boolean => {
  const state = (at: number) => pick(scene.hit(at), "state")?.use !== undefined;
  return state(last + 2) || (first > 1 && state(first - 2) && lower(scene, first - 1, first) === "-");
};

/** The preposition before the phrase, seen through "the" and "X and", and the word before that. */
const before = (scene: Scene, first: number, closed = false): { word: string; governor: string } => {
  let at = first - 1;
  for (let count = 0; count < 4; count++) {
    const word = lower(scene, at, first);
    if (word === "the" || word === "both") at -= 1;
    else if (word === "," && closed) break;
    else if (word === "and" || word === "or" || word === ",") {
      const other = pick(scene.hit(at - 1), "state");
      if (!other) break;
      at -= 2;
    } else break;
  }
  return { word: lower(scene, at, first), governor: lower(scene, at - 1, first) };
};

/** "They met in Malta, the White House and Beijing said": who says it behind the comma stands in no list of places. */
const closesClause = (scene: Scene, first: number, last: number): boolean => {
  const { words } = scene;
  const isTensed = (at: number): boolean =>
    words[at]?.sentence === words[first]!.sentence && /^(?:VB[DZP]|MD)$/.test(words[at]!.xpos);
  let next = last + 1;
  for (let count = 0; count < 6 && /^(?:,|and|or|the)$/.test(lower(scene, next, first)); count++) {
    while (/^(?:,|and|or|the)$/.test(lower(scene, next, first))) next += 1;
    if (isTensed(next) || !isCapitalOrState(scene, next)) break;
    next = (scene.hit(next)?.last ?? next) + 1;
  }
  if (!isTensed(next)) return false;
  for (let at = first - 1; words[at]?.sentence === words[first]!.sentence; at -= 1)
    if (isTensed(at)) return true;
  return false;
};

const verbEnd = /(?:ed|s)$/;
const auxiliary =
  /^(?:has|have|had|is|was|are|were|will|would|could|should|can|may|might|must|does|did|do|said|says|also|now|wants|wanted|told|sees|saw|began|sent|gave|took|made|hit|put|set|struck|let|cut|held|kept|spent|sought|fought|lost|won|broke|chose|drew|left|felt|found|got|knew|led|met|paid|understood|thinks|thought|never|still|itself|yet|not|repeatedly|immediately|recently|previously|quickly|later|too|therefore|however|simply)$/;

/** No preposition before: a subject before its verb, an owner before its act, an object after a verb done to parties. */
const actsHere = (scene: Scene, first: number, last: number): boolean => {
  const words = scene.words;
  const relation = relationOf(scene, first, last);
  if (relation === "conj" && isJoinedSubject(scene, first, last)) return true;
  const next = words[last + 1];
  if (!next || !joined(scene, last))
    return relation === "obj" && partyVerbs.test(lower(scene, first - 1, first));
  const text = next.text.toLowerCase();
  if (relation === "nsubj" || relation === "iobj") return true;
  if (relation === "compound" || relation === "amod") return false;
  if (next.upos === "VERB" || next.upos === "AUX" || auxiliary.test(text)) return true;
  if (next.upos === "X" && verbEnd.test(text)) return true;
  if (text === "and" || text === "," || text === "or") {
    const then = last + 2 + (lower(scene, last + 2, first) === "the" ? 1 : 0);
    if (isCapitalOrState(scene, then)) return true;
  }
  return partyVerbs.test(lower(scene, first - 1, first)) || partyVerbs.test(lower(scene, first - 2, first));
};

/** "…, say Delhi and Beijing": joined by "and" to the capital that acts. */
const isJoinedSubject = (scene: Scene, first: number, last: number): boolean => {
  const { words } = scene;
  for (let at = first; at <= last; at++) {
    const head = words[words[at]!.head];
    if (!head || (head.index >= first && head.index <= last)) continue;
    return (
      /^(?:and|the)$/.test(lower(scene, first - 1, first)) &&
      /^(?:nsubj|iobj)$/.test(head.relation) &&
      isCapitalOrState(scene, head.index)
    );
  }
  return false;
};

const isCapitalOrState = (scene: Scene, at: number): boolean => {
  const use = pick(scene.hit(at), "state")?.use;
  return use === "name" || use === "capital" || use === "seat";
};

const relationOf = (scene: Scene, first: number, last: number): string => {
  for (let at = first; at <= last; at++) {
    const word = scene.words[at]!;
    if ((word.head < first || word.head > last) && word.relation !== "dep" && word.relation !== "root")
      return word.relation.replace(/:.*/, "");
  }
  return "";
};
