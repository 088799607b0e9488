// Express and pg, nothing else: what the list of computed fields costs over HTTP by hand. Started as a process of its own, with
// DATABASE_URL and PORT.
import express from 'express';
import pg from 'pg';
import { byHand } from './by-hand.ts';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const app = express();
app.disable('x-powered-by');
app.set('etag', false);
app.get('/deals', async (request, response) => {
  const { rows } = await pool.query({ ...byHand, values: [Number(request.query['least'])] });
  response.json({ data: rows });
});
app.listen(Number(process.env['PORT']), '127.0.0.1');
