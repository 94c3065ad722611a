import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Router, useLocation, useSearch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { followLinkQueries } from './link-queries.ts';

function Address() {
  const [location] = useLocation();
  return <p>{`${location} ${useSearch()}`}</p>;
}

it('brings the query of a link to the router, and leaves links without one what they are', () => {
  window.location.hash = '#/?lane=closed';
  followLinkQueries();
  render(
    <Router hook={useHashLocation}>
      <Address />
    </Router>,
  );
  expect(screen.getByText('/ lane=closed')).toBeTruthy();
  follow('#/?lane=open&stages=waiting');
  expect(screen.getByText('/ lane=open&stages=waiting')).toBeTruthy();
  follow('#/figures');
  expect(screen.getByText('/figures lane=open&stages=waiting')).toBeTruthy();
});

function follow(link: string): void {
  act(() => {
    window.location.hash = link;
    window.dispatchEvent(new Event('hashchange'));
  });
}
