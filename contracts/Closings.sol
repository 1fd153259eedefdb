// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Accounts, Book, Slots} from "./Accounts.sol";
import {EventData} from "./EventData.sol";
import {IBilling} from "./IBilling.sol";
import {Ledger} from "./Ledger.sol";

/// @title The control totals, by month and for ever
abstract contract Closings is Ledger {
    using Accounts for Slots;
    using Accounts for Book;

    /// @inheritdoc IBilling
    function closeMonth() external {
        Closing memory data;
        data.month = _monthOf(_today());
        Totals memory now_ = _totals;
        Totals memory before = _atClosing;
        if (data.month == before.closedMonth) revert MonthClosed(data.month);
        now_.closedMonth = uint32(data.month);
        _atClosing = now_;
        data.opening = int256(before.billed) + before.adjusted - before.paid;
        data.billed = int256(now_.billed) - before.billed;
        data.adjusted = int256(now_.adjusted) - before.adjusted;
        data.paid = int256(now_.paid) - before.paid;
        data.closing = data.opening + data.billed + data.adjusted - data.paid;
        Book memory book = _slots[0].open(0);
        book.log(PeriodClosed.selector, EventData.placeOf(data), 6);
        _slots[0].save(book);
    }

    /// @inheritdoc IBilling
    function totals()
        external
        view
        returns (int256 billed, int256 adjusted, int256 paid, uint256 nextTariff)
    {
        return (_totals.billed, _totals.adjusted, _totals.paid, _totals.tariffs + 1);
    }

    /// @dev Months since January 1970, by the civil calendar counted from March of year 0.
    function _monthOf(uint256 day) private pure returns (uint256) {
        unchecked {
            day += 719_468;
            uint256 inEra = day % 146_097;
            uint256 year = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365;
            uint256 inYear = inEra - (365 * year + year / 4 - year / 100);
            return (day / 146_097) * 4_800 + year * 12 + (5 * inYear + 2) / 153 - 23_638;
        }
    }
}
