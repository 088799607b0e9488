// How far both interpreters go, so that no expression keeps one of them busy for long or fills its memory. What would lead
// further is null, in both alike.

/** Of a list, or of lists within one another taken together, when their members are gone through. */
export const mostMembers = 10_000;

/** Characters of a text that is made for each member of a list, or in each step of a `reduce`: there may be many. */
export const mostTextOfEach = 10_000;

/** Rows of rows of rows. */
export const mostRowLevels = 3;

/** What `reduce` carries from step to step: a number below 10^60, with as many decimals. */
export const foldDigits = 60;
