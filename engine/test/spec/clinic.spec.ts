// A template that has nothing to do with selling works by JSON alone: doctors, patients, visits, prescriptions with lines.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordBody, WorkspaceClient } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';

let ws: Workspace;
let doctor: WorkspaceClient;
let reception: WorkspaceClient;
let record: Record<'shen' | 'patient' | 'medicine', RecordBody>;

beforeAll(async () => {
  ws = await workspace({ template: 'clinic', sampleData: true, language: 'zh-CN', now: '2026-05-04T02:00:00Z' });
  [doctor, reception] = [await ws.as('doctor'), await ws.as('reception')];
  const [shen] = await ws.admin.list('doctor', { limit: 1 });
  await ws.admin.patch('doctor', shen?.id ?? '', { account: doctor.id, fee: 50 });
  const patient = await reception.create('patient', {
    name: '罗小雨',
    birthday: '2001-04-05',
    phone: '13900001111',
    allergies: ['青霉素'],
  });
  const [medicine] = await ws.admin.list('medicine', { limit: 1, sort: 'code' });
  record = { shen: shen as RecordBody, patient, medicine: medicine as RecordBody };
});
afterAll(() => ws.close());

const book = (values: object = {}) =>
  reception.create('visit', {
    patient: record.patient.id,
    doctor: record.shen.id,
    at: '2026-05-05T01:30:00Z',
    ...values,
  });

test('the sample data is there: every entity has records, with titles and relations', async () => {
  for (const name of ['doctor', 'patient', 'medicine', 'visit', 'prescription'])
    expect((await ws.admin.list(name)).length).toBeGreaterThan(0);
  const [prescription] = await ws.admin.list('prescription', {
    select: 'number,patient,visit.doctor,lines(medicine,quantity)',
  });
  expect(prescription).toMatchObject({
    number: expect.stringMatching(/^RX-\d{6}-\d{4}$/),
    patient: { title: expect.any(String) },
    visit: { doctor: { title: expect.any(String) } },
    lines: [{ medicine: { title: expect.any(String) }, quantity: expect.any(Number) }, ...[]],
  });
});

test('metadata is complete: labels in both languages, a form, a view, a page and an app for what names none', async () => {
  const { data } = await ws.admin.call<{ data: Record<string, Record<string, object>> }>('GET', '/api/metadata');
  expect(Object.keys(data['entities'] ?? {})).toEqual(
    expect.arrayContaining(['doctor', 'patient', 'visit', 'prescription', 'prescription_line', 'user', 'team']),
  );
  expect(Object.values(data['forms'] ?? {}).map((form) => (form as { entity: string }).entity)).toEqual(
    expect.arrayContaining(['doctor', 'medicine']),
  );
  expect(data['apps']).toHaveProperty('clinic');
});

describe('reception', () => {
  test('books a visit and does not read the diagnosis', async () => {
    const visit = await book();
    expect(visit).toMatchObject({
      status: 'booked',
      length: 900,
      number: expect.stringMatching(/^V260504-\d{3}$/),
      patient: { title: '罗小雨' },
    });
    expect(visit).not.toHaveProperty('diagnosis');
    await expect(reception.patch('visit', visit.id, { diagnosis: 'x' })).rejects.toMatchObject({
      status: 400,
      code: 'unknown_field',
    });
    await expect(reception.list('visit', { filter: { is_blank: [{ var: 'diagnosis' }] } })).rejects.toMatchObject({
      status: 400,
    });
    await expect(reception.list('doctor', { sort: 'fee' })).rejects.toMatchObject({
      status: 400,
      code: 'unknown_field',
    });
  });

  test('cannot touch a visit that is over, nor prescribe', async () => {
    const visit = await book();
    await ws.admin.patch('visit', visit.id, { status: 'finished', diagnosis: '感冒' });
    await expect(reception.patch('visit', visit.id, { length: 60 })).rejects.toMatchObject({ status: 403 });
    await expect(reception.list('prescription')).rejects.toMatchObject({ status: 400 });
    await expect(reception.create('prescription', {})).rejects.toMatchObject({ status: 400 });
  });

  test('reads the identity card of those whom they have taken in, and of nobody else', async () => {
    const card = '11010519491231002X';
    const theirs = await reception.create('patient', { name: 'A', birthday: '1949-12-31', id_card: card });
    expect(theirs).toMatchObject({ id_card: card });
    const other = await ws.admin.create('patient', {
      name: 'B',
      birthday: '1990-01-01',
      id_card: '440524188001010014',
    });
    expect(await reception.get('patient', other.id)).not.toHaveProperty('id_card');
    await expect(reception.list('patient', { filter: { '==': [{ var: 'id_card' }, card] } })).rejects.toMatchObject({
      status: 403,
    });
  });

  test('takes away only the visits that are theirs', async () => {
    const mine = await book();
    const other = await ws.admin.create('visit', {
      patient: record.patient.id,
      doctor: record.shen.id,
      at: '2026-05-05T01:30:00Z',
    });
    await expect(reception.delete('visit', other.id)).rejects.toMatchObject({ status: 403 });
    await reception.delete('visit', mine.id);
  });
});

describe('the doctor', () => {
  test('finishes a visit of their own with a diagnosis, and no other doctor’s', async () => {
    const visit = await book();
    await expect(doctor.patch('visit', visit.id, { status: 'finished' })).rejects.toMatchObject({
      status: 422,
      errors: [expect.objectContaining({ path: '/diagnosis', code: 'required' })],
    });
    expect(
      await doctor.patch('visit', visit.id, { status: 'finished', diagnosis: '感冒', satisfaction: 5 }),
    ).toMatchObject({ diagnosis: '感冒' });
    const others = await ws.admin.list('doctor', { filter: { '!=': [{ var: 'id' }, record.shen.id] }, limit: 1 });
    const other = await book({ doctor: others[0]?.id });
    await expect(doctor.patch('visit', other.id, { length: 60 })).rejects.toMatchObject({ status: 403 });
    await expect(doctor.patch('visit', visit.id, { doctor: others[0]?.id })).rejects.toMatchObject({ status: 403 });
  });

  test('writes a prescription with its lines in one go', async () => {
    const visit = await book();
    const line = { medicine: record.medicine.id, dosage: '一日三次', price: 12.5 };
    const made = await doctor.create('prescription', {
      visit: visit.id,
      patient: record.patient.id,
      lines: [line, { ...line, quantity: 2 }],
    });
    expect(made).toMatchObject({
      issued_on: '2026-05-04',
      number: expect.stringMatching(/^RX-202605-\d{4}$/),
      lines: [{ quantity: 1, medicine: { id: record.medicine.id } }, { quantity: 2 }],
    });
    await expect(doctor.patch('prescription', made.id, { lines: [{ ...line, quantity: 31 }] })).rejects.toMatchObject({
      errors: [{ path: '/lines/0/quantity', code: 'not_too_much', message: '每行最多 30 盒。' }],
    });
    await ws.admin.delete('visit', visit.id);
    await expect(doctor.get('prescription', made.id)).rejects.toMatchObject({ status: 404 });
    await expect(
      doctor.list('prescription_line', { filter: { '==': [{ var: 'prescription' }, made.id] } }),
    ).resolves.toEqual([]);
  });
});

describe('rules', () => {
  test('of dates hold at once with required fields, in the user’s language', async () => {
    const reply = await reception.send(
      'POST',
      '/api/records/patient',
      { birthday: '2099-01-01', chronic: true },
      { 'accept-language': 'zh-CN' },
    );
    expect(reply).toMatchObject({
      status: 422,
      body: {
        errors: expect.arrayContaining([
          expect.objectContaining({ path: '/name', code: 'required' }),
          expect.objectContaining({ path: '/birthday', message: '出生日期不能晚于今天。' }),
        ]),
      },
    });
  });

  test('a patient who is still looked up stays; a number is never given twice', async () => {
    await book();
    await expect(ws.admin.delete('patient', record.patient.id)).rejects.toMatchObject({ status: 409, code: 'in_use' });
    const made = await Promise.all(
      Array.from({ length: 30 }, (_, n) => reception.create('patient', { name: `P${n}`, birthday: '2000-01-01' })),
    );
    expect(new Set(made.map(({ number }) => number)).size).toBe(30);
    for (const { number } of made) expect(number).toMatch(/^P-2026-\d{5}$/);
  });
});

test('visits can be counted by department and month, and found by the patient’s name', async () => {
  const groups = await ws.admin.aggregate('visit', {
    dimensions: ['doctor.department', { field: 'at', by: 'month', as: 'month' }],
    measures: ['count', { function: 'sum', field: 'fee' }],
  });
  expect(groups.length).toBeGreaterThan(1);
  expect(groups.reduce((sum, { count }) => sum + Number(count), 0)).toBe(
    (await ws.admin.page('visit', { count: 'exact' })).page.count,
  );
  expect((await ws.admin.search('小雨')).map(({ entity }) => entity)).toContain('patient');
});
