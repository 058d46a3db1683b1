def register(function, description):
    return {"description": description}
