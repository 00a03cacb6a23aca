import { describe, expect, it } from 'vitest';
import { attachedNetworks, drawBorder, isException, isInside } from '../../src/intake/inside-addresses.ts';

/** A machine that stands in no network, so that the tests tell the same on all. */
const nowhere = () => [];

describe('an address', () => {
  it.each([
    ['this machine', ['127.0.0.1', '127.255.255.254', '::1']],
    ['no machine in particular', ['0.0.0.0', '0.1.2.3', '::']],
    [
      'a private network',
      ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.178.1', 'fc00::1', 'fd12::1'],
    ],
    ['a network of a provider’s customers', ['100.64.0.1', '100.127.255.255']],
    ['one link', ['169.254.1.1', 'fe80::1', 'fec0::1']],
    ['Amazon’s, Google’s and Microsoft’s metadata', ['169.254.169.254', 'fd00:ec2::254', '168.63.129.16']],
    ['Alibaba’s and Oracle’s metadata', ['100.100.100.200', '192.0.0.192']],
    ['many machines', ['224.0.0.1', '239.255.255.250', '255.255.255.255', 'ff02::1']],
    ['nobody yet', ['240.0.0.1', '192.0.0.8', '4000::1', '100::1', '5f00::1']],
    [
      'examples and measurements',
      ['192.0.2.1', '198.51.100.7', '203.0.113.9', '198.18.0.1', '2001:db8::1', '3fff::1'],
    ],
    ['IPv4 within IPv6', ['::ffff:127.0.0.1', '::ffff:93.184.215.14', '::127.0.0.1', '::ffff:0:10.0.0.1']],
    [
      'translators and tunnels',
      ['64:ff9b::7f00:1', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001::7f00:1', '192.88.99.1'],
    ],
    [
      'nothing',
      [
        '',
        'news.example',
        '127.1',
        '0177.0.0.1',
        '2130706433',
        '[2606:4700::1]',
        'fe80::1%eth0',
        '2606:4700::1%lo',
      ],
    ],
  ])('of %s is inside', (_, addresses) => {
    expect(addresses.filter((address) => !isInside(address))).toEqual([]);
  });

  it('of the public internet is outside', () => {
    const addresses = [
      '1.1.1.1',
      '93.184.215.14',
      '172.32.0.1',
      '100.128.0.1',
      '168.63.129.17',
      '2606:4700:4700::1111',
      '2a00:1450::200e',
    ];
    expect(addresses.filter(isInside)).toEqual([]);
  });
});

describe('the border', () => {
  it('lets nothing inside be connected to', () => {
    const border = drawBorder([], nowhere);
    expect(border.mayConnect('news.example', '93.184.215.14')).toBe(true);
    expect(border.mayConnect('news.example', '10.0.0.1')).toBe(false);
    expect(border.mayConnect('news.example', 'gibberish')).toBe(false);
  });

  it.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'news.localhost',
    'printer.local',
    'metadata.google.internal',
    'nas.home.arpa',
  ])('knows %s for a name inside', (name) => {
    expect(drawBorder([], nowhere).isInsideName(name)).toBe(true);
  });

  it.each(['news.example', 'localhost.example', 'mylocalhost', 'local.news.example'])(
    'knows nothing of %s',
    (name) => {
      expect(drawBorder([], nowhere).isInsideName(name)).toBe(false);
    },
  );

  it('makes exceptions of addresses, whatever name leads to them', () => {
    const border = drawBorder(['10.0.0.1', '[fd12::5]'], nowhere);
    expect(border.mayConnect('any.example', '10.0.0.1')).toBe(true);
    expect(border.mayConnect('any.example', 'fd12:0::5')).toBe(true);
    expect(border.mayConnect('any.example', '10.0.0.2')).toBe(false);
    expect(border.mayConnect('any.example', '::ffff:10.0.0.1')).toBe(false);
  });

  it('makes exceptions of networks', () => {
    const border = drawBorder(['10.1.0.0/16', 'fd12::/64'], nowhere);
    expect(border.mayConnect('10.1.2.3', '10.1.2.3')).toBe(true);
    expect(border.mayConnect('10.2.2.3', '10.2.2.3')).toBe(false);
    expect(border.mayConnect('fd12::7', 'fd12::7')).toBe(true);
    expect(border.mayConnect('fd12:0:0:1::7', 'fd12:0:0:1::7')).toBe(false);
  });

  it('makes exceptions of names, and of nothing else that leads to the same place', () => {
    const border = drawBorder(['Intranet.example', 'wiki.local'], nowhere);
    expect(border.mayConnect('intranet.example.', '10.0.0.1')).toBe(true);
    expect(border.isInsideName('wiki.local')).toBe(false);
    expect(border.isInsideName('printer.local')).toBe(true);
    expect(border.mayConnect('news.intranet.example', '10.0.0.1')).toBe(false);
    expect(border.mayConnect('10.0.0.1', '10.0.0.1')).toBe(false);
  });

  it.each(['intranet', 'intranet.example', '10.0.0.1', '10.0.0.0/8', '::1', '[::1]', 'fd00::/8'])(
    'takes %s for an exception',
    (entry) => {
      expect(isException(entry)).toBe(true);
    },
  );

  it.each([
    '',
    ' ',
    'http://intranet/',
    'intranet:8080',
    '10.0.0.0/33',
    '10.0.0/8',
    '127.1',
    '*.example',
    'a..b',
    '[intranet]',
    '10.0.0.1/',
  ])('takes no %o for an exception, and says so', (entry) => {
    expect(isException(entry)).toBe(false);
    expect(() => drawBorder([entry], nowhere)).toThrow(`"${entry}" is no host name, IP address or CIDR.`);
  });
});

describe('a machine’s own networks', () => {
  it('are inside though their addresses are public', () => {
    const border = drawBorder([], () => ['93.184.215.14/24', '2606:4700:1:2::5/64']);
    expect(border.mayConnect('news.example', '93.184.215.14')).toBe(false);
    expect(border.mayConnect('news.example', '93.184.215.200')).toBe(false);
    expect(border.mayConnect('news.example', '2606:4700:1:2::77')).toBe(false);
    expect(border.mayConnect('news.example', '93.184.216.1')).toBe(true);
    expect(border.mayConnect('news.example', '2606:4700:1:3::77')).toBe(true);
  });

  it('are the machine alone where a tunnel takes everything', () => {
    const border = drawBorder([], () => ['93.184.215.14/0', '2606:4700:1:2::5/3']);
    expect(border.mayConnect('news.example', '93.184.215.14')).toBe(false);
    expect(border.mayConnect('news.example', '2606:4700:1:2::5')).toBe(false);
    expect(border.mayConnect('news.example', '1.1.1.1')).toBe(true);
    expect(border.mayConnect('news.example', '2a00:1450::200e')).toBe(true);
  });

  it('are read from the machine', () => {
    expect(attachedNetworks()).toContain('127.0.0.1/8');
  });
});
