// How far both interpreters go, so that no expression keeps one of them busy for long or fills its memory. What would lead
// further is null, in both alike.

/** Of a list, or of lists within one another taken together, when their members are gone through. */
export const mostMembers = 10_000;

/** Characters of a text that is asked for or made for each member of a list, or in each step of a `reduce`. */
export const mostTextOfEach = 10_000;

/** Characters of a text that is looked for within another; see ./values/text-search.ts. */
export const mostTextSought = 1_000;

/** Rows of rows of rows. */
export const mostRowLevels = 3;

/** Members of another list, asked for beside each member of a list. */
export const mostMembersOfEach = 1_000;

/** Digits on either side of the point of a number that is made so. */
export const mostDigitsOfEach = 60;
