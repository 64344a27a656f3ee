import { expect, test } from "@jest/globals";
import { moment } from "./moment.ts";

const told = (text: string) => moment.safeParse(text).error?.issues.map(({ message }) => message);

test.each([
  ["2027-03-28T02:30:00+02:00", "2027-03-28T00:30:00.000Z"],
  ["1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"],
  ["9998-12-31T23:59:59.999Z", "9998-12-31T23:59:59.999Z"],
])("%s is taken", (text, iso) => {
  expect(moment.parse(text)).toBe(iso);
});

test.each(["tomorrow", "2027-02-30T00:00:00Z", "2027-06-30T23:59:60Z", "2027-06-30T23:59:00", "+275760-09-13T00:00:00Z"])(
  "%s is no time, and that is all there is to say",
  (text) => {
    expect(told(text)).toEqual(["must be a time such as 2027-01-31T12:00:00Z"]);
  },
);

test.each(["1969-12-31T23:59:59Z", "9999-01-01T00:00:00Z", "0000-01-01T00:00:00Z"])("%s is out of range", (text) => {
  expect(told(text)).toEqual(["must lie between the years 1970 and 9998"]);
});
