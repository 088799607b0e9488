// The list of computed fields as somebody writes it by hand who has made an index for it and knows that the sum of the lines is kept.

export const weighted = 'round(amount * probability / 100, 2)';

export const byHand = {
  name: 'by_hand',
  text: `select id, name, amount, probability, ${weighted} as weighted, lines_total from main.deal
    where deleted_at is null and lines_total > $1 order by ${weighted} desc, id desc limit 50`,
};
