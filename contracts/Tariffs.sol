// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Accounts, Book, Slots} from "./Accounts.sol";
import {Charging, Step, Tariff} from "./Charging.sol";
import {EventData} from "./EventData.sol";
import {IBilling} from "./IBilling.sol";
import {Ledger} from "./Ledger.sol";

/// @title Setting, withdrawing and finding rates
abstract contract Tariffs is Ledger {
    using Accounts for Slots;
    using Accounts for Book;

    /// @inheritdoc IBilling
    function setRate(Rate calldata rate) external onlyRole(TARIFF) {
        uint256 id = _totals.tariffs + 1;
        if (rate.tariff != id) revert TariffNotNext(rate.tariff, id);
        Charging.within("category", rate.category, 1, type(uint16).max);
        Charging.within("basis", rate.basis, 0, 1);
        Charging.within("fixedPerKW", rate.fixedPerKW, 0, type(uint32).max);
        Charging.within("fixedPerConnection", rate.fixedPerConnection, 0, type(uint32).max);
        Charging.within("dutyRate", rate.dutyRate, 0, type(uint16).max);
        Charging.within("dutyBase", rate.dutyBase, 0, 15);
        Charging.within("dutyPerUnit", rate.dutyPerUnit, 0, type(uint32).max);
        if (rate.roundTo != 1) Charging.within("roundTo", rate.roundTo, 100, 100);
        Charging.within("slabCount", rate.slabCount, 1, 8);

        Category storage category = _categories[rate.category];
        uint256 count = category.tariffs.length;
        uint256 today = _today();
        uint256 earliest = count == 0 ? 0 : (category.tariffs[count - 1] >> 32) + 1;
        if (category.hasBilled && earliest <= today) earliest = today + 1;
        if (rate.effectiveFrom < earliest || rate.effectiveFrom > today + 366) {
            revert TariffDayNotAllowed(rate.category, rate.effectiveFrom, earliest, today + 366);
        }

        Tariff storage tariff = _tariffs[id];
        tariff.category = uint16(rate.category);
        tariff.effectiveFrom = uint32(rate.effectiveFrom);
        tariff.basis = uint8(rate.basis);
        tariff.fixedPerKW = uint32(rate.fixedPerKW);
        tariff.fixedPerConnection = uint32(rate.fixedPerConnection);
        tariff.dutyRate = uint16(rate.dutyRate);
        tariff.dutyBase = uint8(rate.dutyBase);
        tariff.dutyPerUnit = uint32(rate.dutyPerUnit);
        tariff.roundTo = uint8(rate.roundTo);
        tariff.slabCount = uint8(rate.slabCount);
        _setSteps(tariff, rate);
        category.tariffs.push(uint64((rate.effectiveFrom << 32) | id));
        _totals.tariffs = uint32(id);

        Book memory book = _slots[bytes32(rate.category)].open(bytes32(rate.category));
        uint256 place;
        // A Rate in memory would hold a pointer to its slabs; in calldata it is flat, as the log needs it.
        assembly ("memory-safe") {
            place := mload(0x40)
            calldatacopy(place, rate, 0x580)
            mstore(0x40, add(place, 0x580))
        }
        book.log(RateSet.selector, place, 44);
        _slots[book.account].save(book);
    }

    /// @inheritdoc IBilling
    function withdrawRate(uint256 id) external onlyRole(TARIFF) {
        RateWithdrawal memory data;
        data.tariff = id;
        data.category = _tariffs[id].category;
        data.effectiveFrom = _tariffs[id].effectiveFrom;
        if (data.category == 0) revert UnknownTariff(id);
        Category storage category = _categories[data.category];
        uint256 today = _today();
        if (category.hasBilled && data.effectiveFrom <= today) {
            revert TariffInForce(id, data.effectiveFrom, today);
        }
        _tariffs[id].category = 0;
        uint256 last = category.tariffs.length - 1;
        uint64 moved = category.tariffs[last];
        category.tariffs.pop();
        while (uint32(moved) != id) {
            --last;
            (moved, category.tariffs[last]) = (category.tariffs[last], moved);
        }

        Book memory book = _slots[bytes32(data.category)].open(bytes32(data.category));
        book.log(RateWithdrawn.selector, EventData.placeOf(data), 3);
        _slots[book.account].save(book);
    }

    /// @dev The tariff in force on a day and the day it ends; the category has billed from now on.
    function _findTariff(
        uint256 category,
        uint256 day
    ) internal returns (uint256 id, uint256 until) {
        Category storage stored = _categories[category];
        until = type(uint256).max;
        uint256 i = stored.tariffs.length;
        while (i != 0) {
            uint256 entry = stored.tariffs[--i];
            if (entry >> 32 <= day) {
                if (!stored.hasBilled) stored.hasBilled = true;
                return (uint32(entry), until);
            }
            until = entry >> 32;
        }
        revert NoTariff(category, day);
    }

    /// @dev Check and store the slabs.
    function _setSteps(Tariff storage tariff, Rate calldata rate) private {
        uint256 below;
        for (uint256 i; i < 8; ++i) {
            Slab calldata slab = rate.slabs[i];
            if (i >= rate.slabCount) {
                // Unused slabs are all zero, so that a rate has one encoding.
                uint256 rest = slab.upTo | slab.rate | uint256(slab.fuel) | slab.subsidy;
                Charging.within("slabs", rest, 0, 0);
                continue;
            }
            bool isLast = i + 1 == rate.slabCount;
            uint256 top = type(uint64).max;
            Charging.within("upTo", slab.upTo, isLast ? top : below + 1, isLast ? top : top - 1);
            Charging.within("rate", slab.rate, 0, type(uint32).max);
            if (slab.fuel != int32(slab.fuel)) revert OutOfRange("fuel", uint256(slab.fuel));
            Charging.within("subsidy", slab.subsidy, 0, slab.rate);
            below = slab.upTo;
            tariff.steps[i] = Step({
                upTo: uint64(slab.upTo),
                rate: uint32(slab.rate),
                fuel: int32(slab.fuel),
                subsidy: uint32(slab.subsidy)
            });
        }
    }
}
