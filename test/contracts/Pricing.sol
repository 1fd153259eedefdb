// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Charging, Step, Tariff} from "../../contracts/Charging.sol";
import {IBilling} from "../../contracts/IBilling.sol";

/// @notice The bill formula alone, many parts a call: what chargeFormula.test.ts compares with rules/charge.ts.
contract Pricing {
    struct Part {
        IBilling.Rate rate;
        uint256 wh;
        uint256 numberOfDays;
        uint256 stretch;
        uint256 load;
    }

    Tariff private _tariff;

    /// @notice Each part's charge, encoded, or the error that it ends in.
    function priceAll(Part[] calldata parts) external returns (bytes[] memory answers) {
        answers = new bytes[](parts.length);
        for (uint256 i; i < parts.length; ++i) {
            (, answers[i]) = address(this).call(abi.encodeCall(this.price, (parts[i])));
        }
    }

    function price(Part calldata part) external returns (IBilling.Charge memory charge) {
        IBilling.Rate calldata rate = part.rate;
        _tariff.basis = uint8(rate.basis);
        _tariff.fixedPerKW = uint32(rate.fixedPerKW);
        _tariff.fixedPerConnection = uint32(rate.fixedPerConnection);
        _tariff.dutyRate = uint16(rate.dutyRate);
        _tariff.dutyBase = uint8(rate.dutyBase);
        _tariff.dutyPerUnit = uint32(rate.dutyPerUnit);
        _tariff.slabCount = uint8(rate.slabCount);
        for (uint256 i; i < rate.slabCount; ++i) {
            IBilling.Slab calldata slab = rate.slabs[i];
            _tariff.steps[i] = Step({
                upTo: uint64(slab.upTo),
                rate: uint32(slab.rate),
                fuel: int32(slab.fuel),
                subsidy: uint32(slab.subsidy)
            });
        }
        charge.wh = part.wh;
        charge.numberOfDays = part.numberOfDays;
        charge.load = part.load;
        Charging.price(charge, _tariff, part.stretch);
    }
}
