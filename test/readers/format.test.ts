import { describe, expect, it } from 'vitest';
import { recogniseFormat } from '../../src/readers/format.ts';

const FIRST_RECORD = `014280104T${'0'.repeat(80)}`.padEnd(310);

function kindOf(text: string, encoding: BufferEncoding = 'utf8'): string {
  return recogniseFormat(Buffer.from(text, encoding));
}

describe('a file is recognised by its content', () => {
  it('takes a table for text, whatever its delimiter', () => {
    expect(kindOf('clientnummer;prestatiecode;begindatum\n1;1062;01-03-2026')).toBe('text');
    expect(kindOf('sep=;\nclientnummer;leveringsvorm')).toBe('text');
  });

  it('takes an empty file for text', () => {
    expect(recogniseFormat(new Uint8Array(0))).toBe('text');
  });

  it('knows a zip, an empty one too, but not two letters PK', () => {
    expect(kindOf('PK\x03\x04rest')).toBe('zip');
    expect(kindOf('PK\x05\x06')).toBe('zip');
    expect(kindOf('PK;naam')).toBe('text');
  });

  it('knows a compound file by all eight bytes', () => {
    expect(recogniseFormat(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0))).toBe('cfb');
    expect(recogniseFormat(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe2, 0))).toBe('text');
  });

  it('knows gzip and PDF', () => {
    expect(recogniseFormat(Uint8Array.of(0x1f, 0x8b, 8))).toBe('gzip');
    expect(kindOf('%PDF-1.7')).toBe('pdf');
  });

  it('knows XML with and without a declaration, behind a byte order mark and in UTF-16', () => {
    expect(kindOf('<?xml version="1.0"?><Bericht/>')).toBe('xml');
    expect(kindOf('\uFEFF  <ns:Bericht xmlns:ns="x">')).toBe('xml');
    expect(kindOf('\uFEFF<?xml version="1.0" encoding="utf-16"?>', 'utf16le')).toBe('xml');
    expect(recogniseFormat(Buffer.from('\uFEFF<?xml ', 'utf16le').swap16())).toBe('xml');
    expect(kindOf('<?xml ', 'utf16le')).toBe('xml');
  });

  it('takes an HTML table that calls itself a spreadsheet for XML, and a value between angle brackets for text', () => {
    expect(kindOf('<!DOCTYPE html><table>')).toBe('xml');
    expect(kindOf('<table border="1">')).toBe('xml');
    expect(kindOf('<5 minuten;1062')).toBe('text');
  });

  it('knows an EI message by its first record, also when trailing spaces were cut', () => {
    expect(kindOf(`${FIRST_RECORD}\r\n02`)).toBe('ei');
    expect(kindOf(`${FIRST_RECORD.slice(0, 100)}\r\n02`)).toBe('ei');
    expect(kindOf(FIRST_RECORD.replace('T', 'P'))).toBe('ei');
  });

  it('does not take a short line, another record or a delimiter for an EI message', () => {
    expect(kindOf(`${FIRST_RECORD.slice(0, 99)}\r\n${FIRST_RECORD}`)).toBe('text');
    expect(kindOf(FIRST_RECORD.replace(/^01/, '02'))).toBe('text');
    expect(kindOf(FIRST_RECORD.replace('T', ';'))).toBe('text');
  });

  it('takes an EI message for one whose mark is wrong or whose header record is missing', () => {
    expect(kindOf(FIRST_RECORD.replace('T', 'X'))).toBe('ei');
    expect(kindOf(`02${'0'.repeat(11)}1${'9'.repeat(13)}${' '.repeat(283)}`)).toBe('ei');
    expect(kindOf(`04${'0'.repeat(11)}1${'9'.repeat(13)}${' '.repeat(283)}`)).toBe('ei');
    expect(kindOf(`99${'0'.repeat(42)}D`)).toBe('ei');
  });
});
