// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Accounts, Book, Slots, Term} from "./Accounts.sol";
import {Charging, Tariff} from "./Charging.sol";
import {EventData} from "./EventData.sol";
import {Tariffs} from "./Tariffs.sol";

/// @title Charging a stretch: from two registers to the parts and what each costs
abstract contract Charges is Tariffs {
    using Accounts for Book;

    /// @dev A stretch being charged; below the line what is in force on the day last looked at.
    struct Stretch {
        uint256 bill;
        uint256 revision;
        uint256 start;
        uint256 end;
        uint256 wh;
        int256 gross;
        uint256 roundTo;
        bool isQuiet;
        // in force
        uint256 category;
        uint256 load;
        uint256 cycle;
        uint256 daysToPay;
        uint256 anchor;
        uint256 until;
        uint256 nextAnchor;
    }

    /// @dev Wh between two registers of one meter. A rollover may be at most what the load can use in the time and a day.
    function _used(
        Book memory book,
        Stretch memory stretch,
        uint256 previous,
        uint256 present,
        bool rollover,
        uint256 modulus,
        uint256 multiplier
    ) internal view returns (uint256 used) {
        Charging.within("register", present, 0, modulus - 1);
        if (!rollover) {
            if (present < previous) revert RegisterBackwards(book.account, present, previous);
            return (present - previous) * multiplier;
        }
        if (present >= previous) revert NoRollover(book.account, present, previous);
        used = (present + modulus - previous) * multiplier;
        _findTerms(book, stretch, stretch.end - 1);
        uint256 limit = stretch.load * 24 * (stretch.end - stretch.start + 1);
        if (used > limit) revert RolloverTooLarge(book.account, used, limit);
    }

    /// @dev Charge a stretch part by part. Leaves in `stretch` the sum, and what is in force on its last day.
    function _charge(Book memory book, Stretch memory stretch) internal {
        uint256 total = stretch.end - stretch.start;
        // A session within a day is priced as of the day before.
        uint256 day = total == 0 ? stretch.end - 1 : stretch.start;
        uint256 charged;
        do {
            _findTerms(book, stretch, day);
            (uint256 id, uint256 until) = _findTariff(stretch.category, day);
            if (until > stretch.until) until = stretch.until;
            if (until > stretch.end) until = stretch.end;
            Charge memory part;
            part.bill = stretch.bill;
            part.revision = stretch.revision;
            part.firstDay = stretch.end;
            part.wh = stretch.wh;
            if (total != 0) {
                part.firstDay = day;
                part.numberOfDays = until - day;
                part.wh = (stretch.wh * (until - stretch.start)) / total - charged;
                charged += part.wh;
            }
            part.tariff = id;
            part.load = stretch.load;
            Tariff storage tariff = _tariffs[id];
            if (stretch.cycle == 0 && tariff.slabCount != 1) {
                revert SessionNeedsOneSlab(id, tariff.slabCount);
            }
            Charging.price(part, tariff, total);
            stretch.roundTo = tariff.roundTo;
            stretch.gross += part.charge;
            if (!stretch.isQuiet) book.log(ChargeApplied.selector, EventData.placeOf(part), 13);
            day = until;
        } while (day < stretch.end);
        Charging.money("gross", stretch.gross);
    }

    /// @dev The terms in force on a day, and the day they end.
    function _findTerms(Book memory book, Stretch memory stretch, uint256 day) internal view {
        Slots storage slots = _slots[book.account];
        stretch.until = type(uint256).max;
        stretch.nextAnchor = 0;
        uint256 i = book.terms;
        while (i != 0) {
            Term memory term = slots.terms[--i];
            if (term.firstDay <= day) {
                stretch.category = term.category;
                stretch.load = term.load;
                stretch.cycle = term.cycle;
                stretch.daysToPay = term.daysToPay;
                stretch.anchor = term.anchor;
                return;
            }
            stretch.until = term.firstDay;
            stretch.nextAnchor = term.anchor;
        }
        revert NoTerms(book.account, day);
    }

    /// @dev A sum as a bill asks it: a whole multiple of `roundTo`.
    function _rounded(int256 amount, uint256 roundTo) internal pure returns (int256) {
        amount = Charging.divide(amount, int256(roundTo)) * int256(roundTo);
        Charging.money("amount", amount);
        return amount;
    }
}
