package io.github.cascadecontract.engine;

import io.github.cascadecontract.annotation.SingleParent;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;

/** A car owns its engine: the key is on the owner's side. */
final class Garage {
    private Garage() {}

    static ContractBuilder contract() {
        return CascadeContract.builder(Car.class, Motor.class);
    }

    static Car car(Integer id, Motor motor) {
        Car car = new Car();
        car.id = id;
        car.motor = motor;
        return car;
    }

    static Motor motor(Integer id) {
        Motor motor = new Motor();
        motor.id = id;
        return motor;
    }

    @Entity(name = "Car")
    static class Car extends Row {
        @ManyToOne(cascade = {CascadeType.PERSIST, CascadeType.REMOVE})
        @SingleParent(orphanRemoval = true)
        Motor motor;
    }

    @Entity(name = "Motor")
    static class Motor extends Row {
        @OneToMany(mappedBy = "motor")
        List<Car> cars;
    }

    static class MotorProxy extends Motor {}
}
